/**
 * Cities that usually open dispatches: capitals, seats of the wire services' bureaux and of international bodies. Only used to
 * believe a dateline that carries no agency ("Muscat: …", "Paris — …"); places in capitals or with an agency need no list.
 */
const PLACES = `
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Aleppo|Algiers|Almaty|Amman|Amsterdam|Ankara|Antananarivo|Ashgabat|Asmara|Astana|Asuncion|Athens|
Auckland|Baghdad|Baku|Bamako|Bandar Seri Begawan|Bangalore|Bengaluru|Bangkok|Bangui|Barcelona|Basra|Beijing|Beirut|Belfast|Belgrade|Belmopan|Benghazi|Berlin|
Bern|Bishkek|Bissau|Bogota|Bogotá|Boston|Brasilia|Brasília|Bratislava|Brazzaville|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Cairo|Calgary|Canberra|
Caracas|Cape Town|Chennai|Chicago|Chisinau|Chittagong|Colombo|Conakry|Copenhagen|Cotonou|Dakar|Dallas|Damascus|Dar es Salaam|Davos|Delhi|Detroit|Dhaka|
Dili|Djibouti|Dodoma|Doha|Donetsk|Dubai|Dublin|Dushanbe|Edinburgh|Erbil|Frankfurt|Freetown|Gaborone|Gaza|Gaza City|Geneva|Georgetown|Glasgow|Guangzhou|
Guatemala City|Guwahati|Hague|The Hague|Hamburg|Hanoi|Harare|Havana|Helsinki|Hong Kong|Honiara|Houston|Hyderabad|Imphal|Islamabad|Istanbul|Jakarta|Jeddah|
Jerusalem|Johannesburg|Juba|Kabul|Kampala|Karachi|Kathmandu|Kazan|Kharkiv|Khartoum|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kolkata|Kuala Lumpur|Kuching|Kuwait|
Kuwait City|Lagos|Lahore|La Paz|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Lomé|Lome|London|Los Angeles|Luanda|Lucknow|Lusaka|Luxembourg|Lyon|Macau|Madrid|
Majuro|Malabo|Male|Managua|Manama|Manchester|Manila|Maputo|Maseru|Mbabane|Melbourne|Mexico City|Miami|Milan|Minsk|Mogadishu|Monaco|Monrovia|Montevideo|
Montreal|Moroni|Moscow|Mosul|Mumbai|Munich|Muscat|Nagpur|Nairobi|Naples|Nassau|Naypyidaw|N'Djamena|New Delhi|New York|Niamey|Nicosia|Nouakchott|Nursultan|Nur-Sultan|
Odesa|Oslo|Ottawa|Ouagadougou|Palermo|Panama City|Paris|Patna|Perth|Peshawar|Philadelphia|Phnom Penh|Podgorica|Port Louis|Port Moresby|Port of Spain|
Port-au-Prince|Porto|Prague|Praia|Pretoria|Pristina|Pyongyang|Quebec City|Quetta|Quito|Rabat|Ramallah|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Saint Petersburg|
St Petersburg|St. Petersburg|San Francisco|San Jose|San José|San Juan|San Salvador|Sanaa|Sana'a|Santiago|Santo Domingo|Sao Paulo|São Paulo|Sarajevo|Seattle|Seoul|Shanghai|
Shenzhen|Shillong|Shymkent|Singapore|Skopje|Sofia|Srinagar|Stockholm|Strasbourg|Suva|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Thimphu|
Tirana|Tokyo|Toronto|Tripoli|Tunis|Turin|Ulaanbaatar|Ulan Bator|United Nations|Vaduz|Valletta|Vancouver|Vatican City|Vienna|Vientiane|Vilnius|Warsaw|
Washington|Washington D.C.|Wellington|Windhoek|Yangon|Yaounde|Yaoundé|Yerevan|Zagreb|Zurich|Москва|Астана|Алматы|Киев|Минск|Бишкек|Ташкент|Санкт-Петербург|
Вашингтон|Лондон|Париж|Берлин|Пекин|Анкара|Нур-Султан|Шымкент|Челябинск|القاهرة|الرياض|دمشق|بيروت|بغداد|عمان|الدوحة|دبي|أبوظبي|الكويت|المنامة|مسقط|صنعاء|
القدس|غزة|رام الله|الخرطوم|تونس|الجزائر|الرباط|طرابلس|باريس|لندن|واشنطن|موسكو|طهران|أنقرة|نيويورك|جنيف|بكين|北京|上海|香港|台北|东京|华盛顿|莫斯科|伦敦|巴黎|联合国|Genève|
Bruxelles|Londres|Moscou|Pékin|Alger|Le Caire|Beyrouth|Téhéran|Varsovie|Madrid|Ciudad de México|Caracas|La Habana|Nueva York|Ginebra|Wien|Zürich|Genf|Rom`
  .replace(/\n/g, '')
  .split('|')

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '')
const KNOWN = new Set(PLACES.map(keyOf))

/** Whether a name is one of the cities dispatches usually come from, whatever its case. */
export function isDatelinePlace(name: string): boolean {
  return KNOWN.has(keyOf(name))
}
