/** Every current ISO 4217 code of a state's money, and the crypto-currencies the news counts in. */
export const CURRENCY_CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH'

/** Signs and abbreviations that stand before (or glued after) an amount. `kind:` marks money whose country the article decides. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'kind:dollar',
  '€': 'EUR',
  '£': 'kind:pound',
  '¥': 'kind:yen',
  '￥': 'kind:yen',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '₦': 'NGN',
  '₱': 'PHP',
  '฿': 'THB',
  '₸': 'KZT',
  '₡': 'CRC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₾': 'GEL',
  '₼': 'AZN',
  '৳': 'BDT',
  '₿': 'BTC',
  us$: 'USD',
  'u.s.$': 'USD',
  a$: 'AUD',
  au$: 'AUD',
  aus$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  can$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  sg$: 'SGD',
  nt$: 'TWD',
  r$: 'BRL',
  mx$: 'MXN',
  j$: 'JMD',
  tt$: 'TTD',
  ec$: 'XCD',
  fj$: 'FJD',
  bds$: 'BBD',
  g$: 'GYD',
  n$: 'NAD',
  z$: 'ZWL',
  rd$: 'DOP',
  'cn¥': 'CNY',
  rmb: 'CNY',
  rs: 'kind:rupee',
  'rs.': 'kind:rupee',
  re: 'kind:rupee',
  rm: 'MYR',
  rp: 'IDR',
  tk: 'BDT',
  'tk.': 'BDT',
  kd: 'KWD',
  bd: 'BHD',
  jd: 'JOD',
  qr: 'QAR',
  sr: 'SAR',
  dh: 'AED',
  dhs: 'AED',
  ro: 'OMR',
  le: 'EGP',
  ksh: 'KES',
  sh: 'kind:shilling',
  shs: 'kind:shilling',
  ush: 'UGX',
  tsh: 'TZS',
  'gh¢': 'GHS',
  'gh₵': 'GHS',
  ghc: 'GHS',
  fcfa: 'kind:cfa',
  cfa: 'kind:cfa',
  kr: 'kind:crown',
  chf: 'CHF',
  zł: 'PLN',
  'ft.': 'HUF',
  php: 'PHP',
  p: 'kind:p',
  r: 'kind:r',
  k: 'kind:k',
  n: 'kind:n',
  '₨': 'kind:rupee',
}

/** Names of money, in the singular; plurals are tried without their "s". */
export const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  dollar: 'kind:dollar',
  buck: 'kind:dollar',
  euro: 'EUR',
  pound: 'kind:pound',
  quid: 'GBP',
  sterling: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  ruble: 'kind:ruble',
  rouble: 'kind:ruble',
  rupee: 'kind:rupee',
  rupiah: 'IDR',
  tenge: 'KZT',
  hryvnia: 'UAH',
  hryvnya: 'UAH',
  hryvna: 'UAH',
  lira: 'kind:lira',
  lire: 'kind:lira',
  peso: 'kind:peso',
  real: 'kind:real',
  reais: 'BRL',
  rand: 'ZAR',
  won: 'kind:won',
  shekel: 'ILS',
  zloty: 'PLN',
  zlotys: 'PLN',
  złoty: 'PLN',
  forint: 'HUF',
  koruna: 'CZK',
  crown: 'kind:crown',
  krona: 'kind:crown',
  kronor: 'SEK',
  krone: 'kind:crown',
  kroner: 'kind:crown',
  franc: 'kind:franc',
  dinar: 'kind:dinar',
  dirham: 'kind:dirham',
  riyal: 'kind:riyal',
  rial: 'kind:riyal',
  baht: 'THB',
  ringgit: 'MYR',
  dong: 'VND',
  taka: 'BDT',
  naira: 'NGN',
  cedi: 'GHS',
  cedis: 'GHS',
  birr: 'ETB',
  shilling: 'kind:shilling',
  kwacha: 'kind:kwacha',
  pula: 'BWP',
  kyat: 'MMK',
  riel: 'KHR',
  kip: 'LAK',
  tugrik: 'MNT',
  tögrög: 'MNT',
  afghani: 'AFN',
  manat: 'kind:manat',
  som: 'kind:som',
  soum: 'UZS',
  sum: 'kind:sum',
  somoni: 'TJS',
  lari: 'GEL',
  dram: 'AMD',
  leu: 'kind:leu',
  lei: 'kind:leu',
  lev: 'BGN',
  leva: 'BGN',
  kuna: 'EUR',
  guarani: 'PYG',
  guaraní: 'PYG',
  bolivar: 'VES',
  bolívar: 'VES',
  boliviano: 'BOB',
  sol: 'kind:sol',
  soles: 'PEN',
  colon: 'kind:colon',
  colón: 'CRC',
  lempira: 'HNL',
  quetzal: 'GTQ',
  cordoba: 'NIO',
  córdoba: 'NIO',
  gourde: 'HTG',
  kina: 'PGK',
  metical: 'MZN',
  meticais: 'MZN',
  dalasi: 'GMD',
  leone: 'SLE',
  ariary: 'MGA',
  loti: 'LSL',
  lilangeni: 'SZL',
  emalangeni: 'SZL',
  ouguiya: 'MRU',
  rufiyaa: 'MVR',
  ngultrum: 'BTN',
  pataca: 'MOP',
  tala: 'WST',
  vatu: 'VUV',
  paanga: 'TOP',
  nakfa: 'ERN',
  escudo: 'CVE',
  dobra: 'STN',
  kwanza: 'AOA',
  bitcoin: 'BTC',
  ether: 'ETH',
}

/** Smaller coins: what they are a hundredth of. */
export const COINS: Readonly<Record<string, string>> = {
  cent: 'kind:dollar',
  pence: 'GBP',
  penny: 'GBP',
  kopeck: 'RUB',
  paisa: 'INR',
  paise: 'INR',
  eurocent: 'EUR',
}

/**
 * Money of one name in several countries, a line each: name | the code assumed where the article names none of them | country:code ….
 * Without an assumed code (letters that are also words) only in an article that names the country. A name in place of the code: too many
 * countries use it for any to be assumed, so without one the unit stays as printed.
 */
export const CURRENCY_KINDS = `
dollar|USD|US:USD AU:AUD CA:CAD NZ:NZD SG:SGD HK:HKD TW:TWD JM:JMD FJ:FJD BS:BSD BB:BBD TT:TTD GY:GYD NA:NAD LR:LRD BN:BND BZ:BZD SR:SRD SB:SBD BM:BMD KY:KYD ZW:ZWL AG:XCD LC:XCD GD:XCD DM:XCD VC:XCD KN:XCD
pound|GBP|GB:GBP EG:EGP LB:LBP SY:SYP SD:SDG SS:SSP GI:GIP FK:FKP
rupee|INR|IN:INR PK:PKR LK:LKR NP:NPR MU:MUR SC:SCR
peso|peso|MX:MXN PH:PHP AR:ARS CL:CLP CO:COP CU:CUP DO:DOP UY:UYU
dinar|dinar|KW:KWD IQ:IQD JO:JOD DZ:DZD TN:TND LY:LYD RS:RSD BH:BHD MK:MKD
franc|CHF|CH:CHF LI:CHF SN:XOF CI:XOF ML:XOF BF:XOF BJ:XOF TG:XOF NE:XOF GW:XOF CM:XAF TD:XAF CF:XAF GA:XAF CG:XAF GQ:XAF CD:CDF RW:RWF BI:BIF GN:GNF DJ:DJF KM:KMF
cfa|XOF|CM:XAF TD:XAF CF:XAF GA:XAF CG:XAF GQ:XAF
shilling|shilling|KE:KES TZ:TZS UG:UGX SO:SOS
crown|crown|SE:SEK NO:NOK DK:DKK IS:ISK CZ:CZK
riyal|SAR|SA:SAR QA:QAR OM:OMR YE:YER IR:IRR
dirham|AED|AE:AED MA:MAD
lira|TRY|TR:TRY LB:LBP SY:SYP
ruble|RUB|RU:RUB BY:BYN
yen|JPY|JP:JPY CN:CNY
won|KRW|KR:KRW KP:KPW
manat|AZN|AZ:AZN TM:TMT
som|KGS|KG:KGS UZ:UZS
leu|RON|RO:RON MD:MDL
kwacha|ZMW|ZM:ZMW MW:MWK
real||BR:BRL
sol||PE:PEN
colon||CR:CRC
sum||UZ:UZS
p||PH:PHP BW:BWP
r||ZA:ZAR
k||PG:PGK ZM:ZMW
n||NG:NGN
`
