import { type Culture, compounds, list } from './culture.ts';

export const polish: Culture = {
  weight: 5,
  middleNames: 10,
  feminine: (family) => family.replace(/(sk|ck|dzk)i$/, '$1a'),
  family: [
    ...list(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski
Mazur Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel
Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran Rutkowski
Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Marciniak Wróblewski Zalewski Jakubowski Jasiński Zawadzki Sadowski Bąk Chmielewski`),
    ...compounds(
      'Bor Brzoz Bukow Cis Dęb Gór Kal Kras Lip Łuk Mal Ol Ros Sos Tar Wierz Wil Żar',
      'owski iński ecki ak czyk',
    ),
  ],
  female:
    list(`Anna Maria Katarzyna Małgorzata Agnieszka Barbara Krystyna Ewa Elżbieta Zofia Teresa Magdalena Joanna Monika Danuta
Jadwiga Aleksandra Halina Irena Beata Marta Dorota Helena Karolina Grażyna Jolanta Iwona Natalia Bożena Stanisława Zuzanna Julia Maja
Hanna Lena Alicja Oliwia Łucja Wiktoria Kinga Paulina Sylwia Renata Urszula Justyna Weronika Żaneta`),
  male: list(`Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Marek Łukasz Grzegorz Mateusz Wojciech Mariusz
Dariusz Zbigniew Jerzy Maciej Rafał Robert Kamil Józef Jacek Tadeusz Szymon Ryszard Kazimierz Bartosz Artur Jarosław Sławomir Dawid
Zdzisław Mirosław Antoni Filip Aleksander Franciszek Ignacy Leon Henryk Bogdan Wacław Żelisław`),
};

const russianFamilies =
  list(`Ivanov Smirnov Kuznetsov Popov Vasiliev Petrov Sokolov Mikhailov Novikov Fedorov Morozov Volkov Alekseev
Lebedev Semenov Egorov Pavlov Kozlov Stepanov Nikolaev Orlov Andreev Makarov Nikitin Zakharov Zaitsev Solovyov Borisov Yakovlev Grigoriev
Romanov Vorobyov Sergeev Kuzmin Frolov Aleksandrov Dmitriev Korolev Gusev Kiselev Ilyin Maksimov Polyakov Sorokin Vinogradov Kovalev Belov
Medvedev Antonov Tarasov Zhukov Baranov Filippov Komarov Davydov Belyaev Gerasimov Bogdanov Osipov Sidorov Matveev Titov Markov Mironov
Krylov Kulikov Karpov Vlasov Melnikov Denisov Gavrilov Tikhonov Kazakov Afanasiev Danilov Savelyev Timofeev Fomin Chernov Abramov Martynov`);

export const russian: Culture = {
  weight: 3,
  middleNames: 0,
  feminine: (family) => `${family}a`,
  family: russianFamilies,
  female:
    list(`Elena Olga Tatiana Irina Natalia Svetlana Anna Maria Ekaterina Anastasia Yulia Galina Lyudmila Nina Valentina Marina
Larisa Vera Nadezhda Oksana Daria Polina Ksenia Sofia Alina Viktoria Tamara Zinaida Raisa Lidia Evgenia Antonina Vasilisa Zoya Alyona`),
  male: list(`Aleksandr Sergey Vladimir Andrey Aleksey Dmitry Nikolay Mikhail Evgeny Ivan Yury Viktor Anatoly Maksim Pavel Igor Oleg
Vasily Konstantin Roman Denis Boris Anton Artyom Kirill Ilya Nikita Egor Fyodor Grigory Stepan Timofey Gennady Valery Leonid Vyacheslav`),
};

export const cyrillic: Culture = {
  weight: 2,
  middleNames: 0,
  feminine: (family) => `${family}а`,
  family:
    list(`Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов
Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв
Сергеев Кузьмин Фролов Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков`),
  female:
    list(`Елена Ольга Татьяна Ирина Наталья Светлана Анна Мария Екатерина Анастасия Юлия Галина Людмила Нина Валентина Марина Лариса
Вера Надежда Оксана Дарья Полина Ксения София Алина Виктория Тамара Зинаида Раиса Лидия Евгения Антонина Алёна Зоя`),
  male: list(`Александр Сергей Владимир Андрей Алексей Дмитрий Николай Михаил Евгений Иван Юрий Виктор Анатолий Максим Павел Игорь Олег
Василий Константин Роман Денис Борис Антон Артём Кирилл Илья Никита Егор Фёдор Григорий Степан Тимофей Геннадий Валерий Леонид`),
};

export const turkish: Culture = {
  weight: 3,
  middleNames: 8,
  family:
    list(`Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek
Polat Korkmaz Çakır Erdoğan Güneş Aksoy Bulut Güler Yavuz Tekin Işık Turan Keskin Ünal Gül Avcı Özer Türk Coşkun Ateş Sarı Taş Bozkurt
Kaplan Acar Yüksel Tunç Uçar Duman Ergün Karaca Başaran Toprak Sönmez Altun Ceylan Şen Uysal Karataş Güngör Bayram Akın Eren Uzun`),
  female:
    list(`Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Zehra Hanife Merve Havva Özlem Esra Büşra Sevim Gül Hacer Dilek
Leyla Songül Yasemin Hülya Aysel Sibel Çiğdem Ebru Gamze Tuğba İpek Defne Ecrin Nehir Selin Derya Pınar Nurcan Gülşen Şeyma`),
  male: list(`Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep
Salih Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Orhan Bayram Serkan Çağlar Tolga Uğur Onur Barış Özgür Eymen Kerem`),
};
