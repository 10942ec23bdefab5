import type { Random } from './random.ts';

export interface Home {
  addressLine: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
}

const streets =
  `High Station Church Park Victoria Green Manor Kings Queens New Grange School Mill London Albert Chester North South West
East Windsor Highfield Springfield George York Alexandra Stanley Broad Market Bridge Castle Garden Orchard Meadow Beech Oak Elm Cedar
Willow Maple Chestnut Hawthorn Lavender Rosemary Harbour Quay Hill Cliff Abbey Priory Bishop Cathedral Minster Saddler Baker`.split(
    /\s+/,
  );
const kinds = ['Street', 'Road', 'Lane', 'Avenue', 'Close', 'Drive', 'Way', 'Gardens', 'Terrace', 'Court'];
const towns = [
  ['Ashcombe', 'Northshire', 'AC', '01632'],
  ['Brackwell', 'Northshire', 'BW', '01632'],
  ['Carrow Bridge', 'Westmere', 'CB', '0117 496'],
  ['Dunmouth', 'Westmere', 'DM', '0117 496'],
  ['Eastleigh Green', 'Southfold', 'EG', '029 2018'],
  ['Farrowdale', 'Southfold', 'FD', '029 2018'],
  ['Gullane Bay', 'Northshire', 'GB', '0191 498'],
  ['Hexley', 'Westmere', 'HX', '0191 498'],
] as const;

/** Where a household lives, with the phone they share. */
export function home(random: Random): Home {
  const [city, region, code, dialling] = random.common(towns);
  return {
    addressLine: `${1 + random.whole(180)} ${random.common(streets)} ${random.pick(kinds)}`,
    city,
    region,
    postalCode: `${code}${1 + random.whole(28)} ${random.whole(10)}${random.pick(letters)}${random.pick(letters)}`,
    country: 'GB',
    phone: landline(random, dialling),
  };
}

const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];

/** The same kind of number as different people write it. */
function landline(random: Random, dialling: string): string {
  const number = `${random.digits(3)} ${random.digits(4)}`;
  if (random.chance(25)) return `+44 ${dialling.slice(1)} ${number}`;
  return random.chance(15) ? `(${dialling}) ${number}` : `${dialling} ${number}`;
}

/** A mobile number, written in one of three ways. */
export function mobile(random: Random): string {
  const [net, number] = [`7${random.digits(3)}`, random.digits(6)];
  if (random.chance(30)) return `+44 ${net} ${number}`;
  return random.chance(50) ? `0${net} ${number}` : `0${net}${number}`;
}
