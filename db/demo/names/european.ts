import { type Culture, compounds, list } from './culture.ts';

export const german: Culture = {
  weight: 9,
  middleNames: 15,
  family: [
    ...list(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König
Walter Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Schubert Friedrich Keller Günther Frank Berger Winkler
Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto
Groß Sommer Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt
Sauer Arnold Wolff Pfeiffer von_Stein von_der_Heide Müller-Lüdenscheidt Schmidt-Weber Leutheusser-Schnarrenberger Strauß Größmann`),
    ...compounds(
      'Alt Berg Buch Dorn Eich Falken Feld Gold Grün Hohen König Linden Neu Ober Rosen Schön Stein Unter Wald Wein Wiesen',
      'bach bauer berger brunner dorfer eder er hauser hofer huber inger mann mayr müller ner stätter thaler',
    ),
  ],
  female:
    list(`Anna Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne
Gabriele Christa Christine Hildegard Anja Barbara Stefanie Katharina Julia Laura Lena Lea Sophie Marie Hannah Emilia Mia Johanna Clara
Frieda Jördis Käthe Heike Birgit Martina Nicole Silke Ulrike Angelika Jutta Bärbel Änne Franziska Theresa Luisa Greta Ida Paula`),
  male: list(`Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard
Hans Bernd Thorsten Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten
Herbert Oliver Wilhelm Kurt Markus Heinrich Paul Felix Lukas Leon Jonas Maximilian Björn Götz Karl-Heinz Hans-Peter Moritz Emil Anton`),
};

export const french: Culture = {
  weight: 5,
  middleNames: 20,
  family: [
    ...list(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand
Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier
Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis
Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martínez Gérard
Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois
L'Hôpital D'Alembert de_La_Tour Lévêque Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert`),
  ],
  female:
    list(`Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine Madeleine Nicole Suzanne Hélène
Christine Marguerite Denise Louise Valérie Camille Léa Manon Chloé Emma Inès Jade Zoé Élodie Céline Aurélie Émilie Amélie Noémie Agnès
Geneviève Brigitte Véronique Sandrine Stéphanie Marie-Claire Anne-Sophie Eugénie Thérèse Colette Odette Simone Yvette Juliette Margaux`),
  male: list(`Jean Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel Daniel Roger Robert Paul Claude Christian Henri
Georges Nicolas François Frédéric Stéphane Sébastien Rémi Jérôme Thierry Laurent Julien Mathieu Théo Hugo Lucas Gaël Loïc Benoît
Jean-Pierre Jean-Luc Jean-François Étienne Gérard Hervé Yves Didier Olivier Pascal Guillaume Baptiste Antoine Raphaël Gabriel Léo`),
};

export const italian: Culture = {
  weight: 4,
  middleNames: 5,
  family:
    list(`Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano
Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale
Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala
De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone
D'Amico Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino Fiore De_Rosa Ferretti Bellini Basile Riva
Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino D'Agostino Orlando Damico Negri`),
  female:
    list(`Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita
Margherita Franca Paola Laura Giulia Sofia Aurora Alice Ginevra Emma Giorgia Beatrice Greta Chiara Martina Elisa Silvia Federica
Valentina Alessandra Simona Barbara Cristina Monica Patrizia Daniela Serena Ilaria Nicoletta Bianca Noemi Viola Arianna Camilla`),
  male: list(`Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Michele
Giorgio Aldo Sergio Luciano Leonardo Alessandro Lorenzo Mattia Andrea Gabriele Riccardo Tommaso Edoardo Davide Marco Matteo Luca
Stefano Roberto Fabio Claudio Massimo Enrico Alberto Federico Simone Daniele Filippo Nicolò Giacomo Emanuele Dario Gianluca Umberto`),
};

export const nordic: Culture = {
  weight: 3,
  middleNames: 35,
  family: [
    ...list(`Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen
Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Sørensen Christensen Rasmussen Petersen Madsen Møller Østergaard Nørgaard
Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Åkesson Öberg Sjögren Håkansson Ågren
Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Guðmundsson Þórsson Ólafsdóttir`),
    ...compounds(
      'Lind Berg Sand Lund Sjö Ek Hed Holm Ny Söder Öst Ström Wall Björk Gran Hag',
      'berg qvist ström gren man mark lund dahl stedt',
    ),
  ],
  female:
    list(`Anna Ingrid Astrid Karin Kristina Margareta Eva Birgitta Elisabeth Maja Alice Vera Freja Ella Wilma Saga Signe Solveig
Sigrid Liv Nora Ida Thea Frida Åse Bjørg Turid Randi Gerd Kirsten Mette Hanne Lone Inge Gitte Søs Aino Helmi Eeva Päivi Tuula Sólveig`),
  male: list(`Lars Mikael Anders Erik Per Karl Nils Jan Johan Olof Gustav Axel Oskar Emil Magnus Bjørn Odd Kjell Arne Knut Øyvind Åge
Håkon Sverre Leif Tor Svein Jørgen Søren Henrik Mads Rasmus Frederik Kasper Jens Niels Jukka Matti Timo Antti Heikki Þór Gunnar Olav`),
};

export const hispanic: Culture = {
  weight: 10,
  middleNames: 40,
  family: (() => {
    const single =
      list(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno
Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega
Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz
Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Reyes Aguilar Rivera Silva Mendoza Vargas
Chávez Juárez Rojas Salazar Guzmán Velasco Espinoza Ríos Ávila Figueroa Acosta Ibáñez Zúñiga Peralta Quiñones De_la_Cruz De_León Del_Río`);
    const two = single
      .slice(0, 40)
      .flatMap((one, i) => [3, 11, 17, 29].map((step) => `${one} ${single[(i * 7 + step) % single.length]}`));
    return [...single, ...two];
  })(),
  female:
    list(`María Carmen Ana Isabel Dolores Pilar Josefa Teresa Rosa Cristina Laura Marta Elena Lucía Francisca Mercedes Paula Rosario
Raquel Sara Juana Concepción Manuela Antonia Beatriz Sofía Valentina Camila Daniela Ximena Guadalupe Alejandra Gabriela Verónica
Patricia Adriana Mónica Silvia Rocío Inés Begoña Nuria Montserrat Itziar Soledad Esperanza Luz Paloma Yolanda Noelia Yesenia Marisol`),
  male: list(`Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio
Fernando Jorge Luis Alberto Álvaro Diego Adrián Raúl Iván Enrique Óscar Rubén Ramón Vicente Andrés Joaquín Santiago Eduardo Víctor Mario
Roberto Jaime Marcos Ignacio Hugo Emilio Mateo Sebastián Nicolás Gonzalo Martín Arturo Ricardo Gerardo Héctor Rodrigo Leonardo Iñaki`),
};
