import { type Culture, compounds, list } from './culture.ts';

const common = list(`
Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards
Hughes Green Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker
Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter
Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson
Foster Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd
Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Graham Pearson Fletcher Walsh Howard Gibson Andrews Elliott
O'Brien O'Connor O'Neill O'Sullivan O'Donnell O'Reilly McCarthy McDonald McKenzie McGregor MacLeod FitzGerald Byrne Ryan Doyle
Gallagher Doherty Kennedy Lynch Quinn Nolan Brennan Burke Sinclair Buchanan Crawford Ferguson Stewart Henderson Douglas Reid
Smith-Jones Taylor-Wright Lloyd-Davies Parker-Bowles Hughes-Evans Clarke-Wilson Bennett-Shaw D'Arcy St._John
Abbott Archer Atkinson Austin Ball Barrett Bishop Bradley Brooks Bryant Burton Carr Chambers Cole Coleman Curtis Dawson Day Dean
Duncan Field Fleming Fowler Fox Francis Franklin Freeman French Frost Gardner George Gill Gilbert Goodwin Gordon Grant Hancock
Harper Hart Hawkins Hayes Higgins Hicks Hodgson Holland Hopkins Horton Hudson Hunter Hutchinson Ingram Jarvis Jennings Jordan Kay
Kent Kirby Lamb Lambert Lane Lawrence Lawson Little Long Lowe Lucas Manning May Middleton Moss Newman Newton Nicholls Norman Norris
Osborne Page Parsons Payne Pearce Perkins Perry Peters Poole Porter Potter Pritchard Read Reeves Reynolds Rhodes Rice Robson Rose
Rowe Sanders Saunders Schofield Sharp Short Slater Spencer Steele Stephens Stone Summers Sutton Swift Tucker Tyler Vaughan Vincent
Wade Wallace Walters Warren Waters Watts Weaver Welch West Wheeler Wilkins Willis Winter Woods Yates`);

const places = compounds(
  `Ash Bar Beck Black Brad Brent Brock Brom Burn Carl Chat Clif Cran Craw Dal Den Dun East El Fair Farn Fen Gar Glen Grant Hal
Ham Harl Hart Hay Hazel High Hol Hor Kirk Lang Lin Long Mal Mar Mel Mid Mor Nor Oak Pem Pres Rad Red Rock Ros Ruth Sal Shel Stan
Stock Stan Stral Sut Swin Tal Thorn Wal War Wen Wes Whit Wick Wil Win Wood`,
  'ford ton ley well field worth wood burn brook bury by combe dale den ham land low man more ridge stead stone thorpe wick',
);

export const english: Culture = {
  weight: 42,
  middleNames: 45,
  family: [...common, ...places],
  female: list(`
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Margaret Sandra Ashley Kimberly Emily Donna
Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela
Nicole Anna Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine Heather Diane Olivia Julie Joyce Victoria
Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara
Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte
Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Marie Niamh Siobhan Aoife Ciara Bronwen Rhiannon Fiona Morag Isla Freya
Poppy Daisy Ellie Lily Ivy Florence Matilda Beatrice Harriet Eleanor Imogen Phoebe Scarlett Zara Rosie Mary_Ann Sarah-Jane
Anne-Marie Gwendolyn Winifred Edith Mabel Hilda Constance Josephine Penelope Georgina Philippa Rosemary Hazel Audrey Sheila Maureen
Tracy Paula Lesley Gillian Lorraine Wendy Yvonne Dawn Leanne Kerry Stacey Gemma Holly Jade Chloe Molly Paige Bethany Caitlin Erin`),
  male: list(`
James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Donald Steven Andrew
Paul Joshua Kenneth Kevin Brian George Timothy Ronald Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry
Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry
Zachary Douglas Peter Kyle Noah Ethan Jeremy Christian Walter Keith Austin Roger Terry Sean Gerald Carl Dylan Harold Jordan Jesse
Bryan Lawrence Arthur Gabriel Bruce Logan Billy Joe Alan Juan Elijah Willie Albert Wayne Randy Mason Vincent Liam Roy Bobby Caleb
Bradley Russell Lucas Oliver Harry Oscar Leo Theodore Archie Alfie Freddie Finley Isaac Max Hugo Rory Callum Ewan Angus Hamish
Fergus Alistair Gareth Rhys Dylan Owen Evan Huw Conor Cormac Declan Niall Cillian Eoin Padraig Desmond Cedric Percy Reginald Clive
Trevor Nigel Graham Ian Stuart Neil Colin Derek Barry Leslie Norman Ernest Stanley Cyril Alfred Frederick Edmund Rupert Giles Miles
Toby Jamie Craig Darren Lee Dean Shaun Gavin Simon Martin Philip Malcolm Duncan Gordon Kieran Connor Brendan Jean-Paul`),
};
