/**
 * Countries and territories, hand-written: ISO 3166 code | names, the usual one first | demonyms and adjectives | capitals and
 * seats of government that stand for it in the news ("Moscow said"). Lists are separated by ";".
 */
export const COUNTRY_DATA = `
AF|Afghanistan|Afghan;Afghani|Kabul
AL|Albania|Albanian|Tirana
DZ|Algeria|Algerian|Algiers
AD|Andorra|Andorran|Andorra la Vella
AO|Angola|Angolan|Luanda
AG|Antigua and Barbuda;Antigua|Antiguan;Barbudan|Saint John's
AR|Argentina|Argentine;Argentinian;Argentinean|Buenos Aires
AM|Armenia|Armenian|Yerevan
AU|Australia|Australian;Aussie|Canberra
AT|Austria|Austrian|Vienna
AZ|Azerbaijan|Azerbaijani;Azeri|Baku
BS|Bahamas;The Bahamas|Bahamian|Nassau
BH|Bahrain|Bahraini|Manama
BD|Bangladesh|Bangladeshi|Dhaka
BB|Barbados|Barbadian;Bajan|Bridgetown
BY|Belarus;Belorussia;Byelorussia|Belarusian;Belarussian;Byelorussian|Minsk
BE|Belgium|Belgian|Brussels
BZ|Belize|Belizean|Belmopan
BJ|Benin|Beninese|Porto-Novo;Cotonou
BT|Bhutan|Bhutanese|Thimphu
BO|Bolivia|Bolivian|La Paz;Sucre
BA|Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina;BiH|Bosnian;Herzegovinian|Sarajevo
BW|Botswana|Botswanan;Motswana;Batswana|Gaborone
BR|Brazil|Brazilian|Brasilia;Brasília
BN|Brunei;Brunei Darussalam|Bruneian|Bandar Seri Begawan
BG|Bulgaria|Bulgarian|Sofia
BF|Burkina Faso;Burkina|Burkinabe;Burkinabé|Ouagadougou
BI|Burundi|Burundian|Bujumbura;Gitega
KH|Cambodia;Kampuchea|Cambodian;Khmer|Phnom Penh
CM|Cameroon|Cameroonian|Yaoundé;Yaounde
CA|Canada|Canadian|Ottawa
CV|Cape Verde;Cabo Verde|Cape Verdean|Praia
CF|Central African Republic;CAR|Central African|Bangui
TD|Chad|Chadian|N'Djamena
CL|Chile|Chilean|Santiago
CN|China;People's Republic of China;PRC;Mainland China|Chinese|Beijing;Peking
CO|Colombia|Colombian|Bogotá;Bogota
KM|Comoros|Comorian;Comoran|Moroni
CG|Republic of the Congo;Congo;Congo-Brazzaville;Republic of Congo|Congolese|Brazzaville
CD|Democratic Republic of the Congo;DR Congo;DRC;Democratic Republic of Congo;Congo-Kinshasa;Zaire|Congolese|Kinshasa
CR|Costa Rica|Costa Rican|San José;San Jose
CI|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian|Yamoussoukro;Abidjan
HR|Croatia|Croatian;Croat|Zagreb
CU|Cuba|Cuban|Havana
CY|Cyprus|Cypriot;Greek Cypriot;Turkish Cypriot|Nicosia
CZ|Czech Republic;Czechia|Czech|Prague
DK|Denmark|Danish;Dane|Copenhagen
DJ|Djibouti|Djiboutian|
DM|Dominica|Dominican|Roseau
DO|Dominican Republic|Dominican|Santo Domingo
EC|Ecuador|Ecuadorian;Ecuadoran;Ecuadorean|Quito
EG|Egypt|Egyptian|Cairo
SV|El Salvador|Salvadoran;Salvadorean;Salvadorian|San Salvador
GQ|Equatorial Guinea|Equatoguinean;Equatorial Guinean|Malabo
ER|Eritrea|Eritrean|Asmara
EE|Estonia|Estonian|Tallinn
SZ|Eswatini;Swaziland|Swazi;Emaswati|Mbabane
ET|Ethiopia|Ethiopian|Addis Ababa
FJ|Fiji|Fijian|Suva
FI|Finland|Finnish;Finn|Helsinki
FR|France|French;Frenchman;Frenchwoman;Frenchmen|Paris
GA|Gabon|Gabonese|Libreville
GM|Gambia;The Gambia|Gambian|Banjul
GE|Georgia|Georgian|Tbilisi
DE|Germany;Federal Republic of Germany;West Germany;East Germany|German;East German;West German|Berlin;Bonn
GH|Ghana|Ghanaian|Accra
GR|Greece|Greek;Hellenic|Athens
GD|Grenada|Grenadian|Saint George's
GT|Guatemala|Guatemalan|Guatemala City
GN|Guinea|Guinean|Conakry
GW|Guinea-Bissau|Bissau-Guinean|Bissau
GY|Guyana|Guyanese|Georgetown
HT|Haiti|Haitian|Port-au-Prince
VA|Vatican City;Holy See;Vatican||Vatican City
HN|Honduras|Honduran|Tegucigalpa
HK|Hong Kong|Hong Konger;Hongkonger;Hong Kongese|
HU|Hungary|Hungarian;Magyar|Budapest
IS|Iceland|Icelandic;Icelander|Reykjavik;Reykjavík
IN|India;Bharat|Indian|New Delhi;Delhi
ID|Indonesia|Indonesian|Jakarta
IR|Iran;Islamic Republic of Iran;Persia|Iranian;Persian|Tehran;Teheran
IQ|Iraq|Iraqi|Baghdad
IE|Ireland;Republic of Ireland;Eire|Irish;Irishman;Irishwoman|Dublin
IL|Israel|Israeli|Jerusalem;Tel Aviv
IT|Italy|Italian|Rome
JM|Jamaica|Jamaican|Kingston
JP|Japan|Japanese|Tokyo
JO|Jordan|Jordanian|Amman
KZ|Kazakhstan|Kazakh;Kazakhstani|Astana;Nur-Sultan;Almaty
KE|Kenya|Kenyan|Nairobi
KI|Kiribati|I-Kiribati|South Tarawa
KP|North Korea;DPRK;Democratic People's Republic of Korea|North Korean|Pyongyang
KR|South Korea;Republic of Korea;ROK;Korea|South Korean;Korean|Seoul
XK|Kosovo|Kosovar;Kosovan|Pristina
KW|Kuwait|Kuwaiti|Kuwait City
KG|Kyrgyzstan;Kirghizia;Kyrgyz Republic|Kyrgyz;Kyrgyzstani;Kirghiz|Bishkek
LA|Laos;Lao PDR|Laotian;Lao|Vientiane
LV|Latvia|Latvian|Riga
LB|Lebanon|Lebanese|Beirut
LS|Lesotho|Basotho;Mosotho|Maseru
LR|Liberia|Liberian|Monrovia
LY|Libya|Libyan|Tripoli
LI|Liechtenstein|Liechtensteiner|Vaduz
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish;Luxembourger|Luxembourg
MO|Macau;Macao|Macanese|
MG|Madagascar|Malagasy;Madagascan|Antananarivo
MW|Malawi|Malawian|Lilongwe
MY|Malaysia|Malaysian|Kuala Lumpur;Putrajaya
MV|Maldives;The Maldives|Maldivian|Malé;Male
ML|Mali|Malian|Bamako
MT|Malta|Maltese|Valletta
MH|Marshall Islands|Marshallese|Majuro
MR|Mauritania|Mauritanian|Nouakchott
MU|Mauritius|Mauritian|Port Louis
MX|Mexico|Mexican|Mexico City
FM|Micronesia;Federated States of Micronesia|Micronesian|Palikir
MD|Moldova;Moldavia|Moldovan;Moldavian|Chisinau;Chișinău
MC|Monaco|Monegasque;Monégasque|Monaco
MN|Mongolia|Mongolian;Mongol|Ulaanbaatar;Ulan Bator
ME|Montenegro|Montenegrin|Podgorica
MA|Morocco|Moroccan|Rabat
MZ|Mozambique|Mozambican|Maputo
MM|Myanmar;Burma|Burmese|Naypyidaw;Naypyitaw;Nay Pyi Taw;Yangon;Rangoon
NA|Namibia|Namibian|Windhoek
NR|Nauru|Nauruan|Yaren
NP|Nepal|Nepali;Nepalese|Kathmandu
NL|Netherlands;The Netherlands;Holland|Dutch;Dutchman;Dutchwoman;Netherlander|Amsterdam;The Hague
NZ|New Zealand;Aotearoa|New Zealander;Kiwi|Wellington
NI|Nicaragua|Nicaraguan|Managua
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
MK|North Macedonia;Macedonia|Macedonian;North Macedonian|Skopje
NO|Norway|Norwegian|Oslo
OM|Oman|Omani|Muscat
PK|Pakistan|Pakistani|Islamabad
PW|Palau|Palauan|Ngerulmud
PS|Palestine;Palestinian Territories;State of Palestine|Palestinian|Ramallah
PA|Panama|Panamanian|Panama City
PG|Papua New Guinea;PNG|Papua New Guinean;Papuan|Port Moresby
PY|Paraguay|Paraguayan|Asunción;Asuncion
PE|Peru|Peruvian|Lima
PH|Philippines;The Philippines|Filipino;Filipina;Philippine;Pinoy|Manila
PL|Poland|Polish;Pole|Warsaw
PT|Portugal|Portuguese|Lisbon
PR|Puerto Rico|Puerto Rican|San Juan
QA|Qatar|Qatari|Doha
RO|Romania;Rumania|Romanian;Rumanian|Bucharest
RU|Russia;Russian Federation;Soviet Union;USSR;U.S.S.R.|Russian;Soviet|Moscow
RW|Rwanda|Rwandan;Rwandese|Kigali
KN|Saint Kitts and Nevis;St. Kitts and Nevis|Kittitian;Nevisian|Basseterre
LC|Saint Lucia;St. Lucia;St Lucia|Saint Lucian;St. Lucian|Castries
VC|Saint Vincent and the Grenadines;St. Vincent and the Grenadines;St. Vincent|Vincentian|Kingstown
WS|Samoa;Western Samoa|Samoan|Apia
SM|San Marino|Sammarinese|San Marino
ST|São Tomé and Príncipe;Sao Tome and Principe|Santomean|São Tomé
SA|Saudi Arabia;Kingdom of Saudi Arabia;KSA|Saudi;Saudi Arabian|Riyadh
SN|Senegal|Senegalese|Dakar
RS|Serbia|Serbian;Serb|Belgrade
SC|Seychelles|Seychellois|Victoria
SL|Sierra Leone|Sierra Leonean|Freetown
SG|Singapore|Singaporean|Singapore
SK|Slovakia;Slovak Republic|Slovak;Slovakian|Bratislava
SI|Slovenia|Slovenian;Slovene|Ljubljana
SB|Solomon Islands;Solomons|Solomon Islander|Honiara
SO|Somalia;Somaliland;Puntland|Somali;Somalian|Mogadishu
ZA|South Africa|South African|Pretoria;Cape Town
SS|South Sudan|South Sudanese|Juba
ES|Spain|Spanish;Spaniard|Madrid
LK|Sri Lanka;Ceylon|Sri Lankan|Colombo
SD|Sudan|Sudanese|Khartoum
SR|Suriname;Surinam|Surinamese|Paramaribo
SE|Sweden|Swedish;Swede|Stockholm
CH|Switzerland|Swiss|Bern;Berne
SY|Syria;Syrian Arab Republic|Syrian|Damascus
TW|Taiwan;Republic of China;Chinese Taipei|Taiwanese|Taipei
TJ|Tajikistan|Tajik;Tajikistani|Dushanbe
TZ|Tanzania;Zanzibar|Tanzanian;Zanzibari|Dodoma;Dar es Salaam
TH|Thailand;Siam|Thai|Bangkok
TL|East Timor;Timor-Leste;Timor Leste|Timorese;East Timorese|Dili
TG|Togo|Togolese|Lomé;Lome
TO|Tonga|Tongan|Nuku'alofa
TT|Trinidad and Tobago;Trinidad;Tobago|Trinidadian;Tobagonian|Port of Spain
TN|Tunisia|Tunisian|Tunis
TR|Turkey;Türkiye;Turkiye|Turkish;Turk|Ankara
TM|Turkmenistan|Turkmen;Turkmenistani|Ashgabat
TV|Tuvalu|Tuvaluan|Funafuti
UG|Uganda|Ugandan|Kampala
UA|Ukraine|Ukrainian|Kyiv;Kiev
AE|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati|Abu Dhabi
GB|United Kingdom;UK;U.K.;Britain;Great Britain;England;Scotland;Wales;Northern Ireland|British;Briton;Brit;English;Englishman;Scottish;Scot;Welsh;Northern Irish|London;Westminster;Edinburgh;Cardiff;Belfast
US|United States;United States of America;US;U.S.;USA;U.S.A.;America;the States|American|Washington;Washington, D.C.;Washington DC
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek;Uzbekistani|Tashkent
VU|Vanuatu|Vanuatuan;Ni-Vanuatu|Port Vila
VE|Venezuela|Venezuelan|Caracas
VN|Vietnam;Viet Nam;North Vietnam;South Vietnam|Vietnamese|Hanoi;Ha Noi
EH|Western Sahara|Sahrawi|Laayoune
YE|Yemen|Yemeni;Yemenite|Sanaa;Sana'a;Aden
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe;Rhodesia|Zimbabwean;Rhodesian|Harare
EU|European Union;EU;E.U.|European|Brussels
GL|Greenland|Greenlandic;Greenlander|Nuuk
FO|Faroe Islands|Faroese|Tórshavn
GI|Gibraltar|Gibraltarian|
BM|Bermuda|Bermudian|Hamilton
KY|Cayman Islands|Caymanian|George Town
AW|Aruba|Aruban|Oranjestad
CW|Curaçao;Curacao|Curaçaoan|Willemstad
GU|Guam|Guamanian|Hagåtña
NC|New Caledonia|New Caledonian;Kanak|Nouméa
PF|French Polynesia;Tahiti|Polynesian;Tahitian|Papeete
GP|Guadeloupe|Guadeloupean|
MQ|Martinique|Martinican|
RE|Réunion;Reunion||
GF|French Guiana||Cayenne
FK|Falkland Islands;Falklands|Falkland Islander|Stanley
IM|Isle of Man|Manx|Douglas
JE|Jersey||
GG|Guernsey||
YU|Yugoslavia|Yugoslav;Yugoslavian|
CS|Czechoslovakia|Czechoslovak|
`
