// Test cases of Microsoft's Recognizers-Text (English specs), selected and shortened to value and unit.
// Copyright (c) Microsoft Corporation. MIT License: https://github.com/microsoft/Recognizers-Text/blob/master/LICENSE

/** Text, and the value and unit of each number in it; a null unit is not checked. */
export const NUMBER_CASES: readonly (readonly [string, readonly (readonly [number, string | null])[]])[] = [
  [
    'montgomery county , md . - - $ 75 million of general obligation , series b , consolidated public improvement bonds of 1989 , through a manufacturers hanover trust co . group .',
    [[75000000, 'USD']],
  ],
  ['national paid siegel and shuster $94,000 to drop all claims .', [[94000, 'USD']]],
  [
    'general dynamics services co . , a unit of general dynamics corp . , won a $48.2 million army contract to establish maintenance facilities for tracked vehicles in pakistan .',
    [[48200000, 'USD']],
  ],
  ['the price of the second simulator ranges between c $ 16.4 million', [[16400000, 'USD']]],
  [
    'golar gas holding co . , a subsidiary of gotaas - larsen shipping corp . , offering of $ 280 million first preferred ship mortgage notes , via merrill lynch capital markets .',
    [[280000000, 'USD']],
  ],
  ['bard / ems had 1988 sales of about $ 14 million , birtcher said .', [[14000000, 'USD']]],
  ['accord prices start at $ 12,345 .', [[12345, 'USD']]],
  [
    "` ` batman ' ' alone has racked up more than $ 247 million in box - office receipts to date , making it warner bros . ' largest grossing film ever .",
    [[247000000, 'USD']],
  ],
  ["coyle ' s net worth was estimated at £ 8.10 million in october 2014 .", [[8100000, 'GBP']]],
  ['net interest income sank 27 % in the quarter to $ 254 million.', [[254000000, 'USD']]],
  [
    "a federal appeals court struck down a natural - gas regulation that had prevented pipeline companies from passing to customers part of $ 1 billion in costs from controversial ` ` take - or - pay ' ' contracts .",
    [[1000000000, 'USD']],
  ],
  ['the 1988 quarter also included one - time gains totaling about $ 35 million .', [[35000000, 'USD']]],
  [
    'y . j . park and her family scrimped for four years to buy a tiny apartment here , but found that the closer they got to saving the $ 40,000 they originally needed , the more the price rose .',
    [[40000, 'USD']],
  ],
  [
    'e . robert wallach was sentenced by a u . s . judge in new york to six years in prison and fined $ 250,000 for his racketeering conviction in the wedtech scandal .',
    [[250000, 'USD']],
  ],
  [
    "general motors corp . ' s chevrolet division , reacting to slow sales , said it will offer $ 800 rebates on its 1990 beretta , the two - door version of its core compact - car line .",
    [[800, 'USD']],
  ],
  [
    '( storer also took $ 125 million of junior sci tv bonds as partial payment for the tv assets . )',
    [[125000000, 'USD']],
  ],
  ['in national over - the - counter trading friday , scimed shares tumbled $ 2.75 .', [[2.75, 'USD']]],
  [
    "at the same time , investors estimate the restructuring would cut the company ' s annual cash interest bill from about $ 90 million.",
    [[90000000, 'USD']],
  ],
  [
    'capital expenditure in 1990 will rise slightly , mr . marous said , from an estimated $ 470 million this year .',
    [[470000000, 'USD']],
  ],
  ["shearson ` ` really only has $ 300 million of capital , ' ' says mr . bowman of s & p .", [[300000000, 'USD']]],
  [
    "walter kirchberger , an analyst with painewebber inc . , said that offering holders a higher , $ 70 - a - share price is ` ` a fairly effective method of blocking ' ' the stena - tiphook bid .",
    [[70, 'USD']],
  ],
  ["net sales for this year ' s third quarter were $ 14 million  last year .", [[14000000, 'USD']]],
  [
    'its greatest drawback may be its 3-inch thickness , big enough for one consultant to describe it as clunky.',
    [[3, 'inch']],
  ],
  [
    'a twister roared through an area about ten miles long there , killing at least fourteen people and turning dozens of homes into rubble.',
    [[10, 'mile']],
  ],
  ['it takes more than 10 1/2 miles of cable and wire to hook it all up , and 23 computers.', [[10.5, 'mile']]],
  [
    'the six-mile trip to my airport hotel that had taken 20 minutes earlier in the day took more than three hours.',
    [[6, 'mile']],
  ],
  [
    'industrywide , oil production in this country fell by 500,000 barrels a day to barrels in the first eight months of this year.',
    [[500000, 'barrel']],
  ],
  [
    'on may 19 , the fda began detaining chinese mushrooms in 68-ounce cans after more than 100 people in mississippi , new york and pennsylvania became ill from eating tainted mushrooms.',
    [[68, 'ounce']],
  ],
  [
    'mr . hulings gloats that he sold all his stocks a week before the market plummeted 190 points on oct . 13 , and he is using the money to help buy a 45-acre horse farm.',
    [[45, 'acre']],
  ],
  [
    "` ` management does n ' t want surprises , ' ' notes jack zaves , who , as fuel - services director at american airlines , buys some 2.4 billion gallons of jet fuel a year.",
    [[2400000000, 'gallon']],
  ],
  ['a 10-gallon water cooler had toppled onto the floor , soaking the red carpeting.', [[10, 'gallon']]],
  ['nearby , six dolphins will frolic in a 1.5 million gallon saltwater aquarium.', [[1500000, 'gallon']]],
  ['and this baby is over two pounds.', [[2, 'pound']]],
  [
    "``i don't trust people who don't eat,'' said ms. volokh, though she herself stopped eating lunch a few years ago to drop 25 pounds.",
    [[25, 'pound']],
  ],
  [
    'shell , a subsidiary of royal dutch / shell group , will be allowed to export 0.9 trillion cubic feet , and gulf , a unit of olympia & york developments ltd. will be allowed to export',
    [[900000000000, 'cubic foot']],
  ],
  ['he said that one of the computers took a three-foot trip sliding across the floor.', [[3, 'foot']]],
  [
    "the core of its holdings is 190,000 square meters of incredibly expensive property in the marunouchi district , the business and financial center of tokyo , often jokingly called ` ` mitsubishi village. ' '",
    [[190000, 'square meter']],
  ],
  [
    'the satellite , built by hughes for the international telecommunications satellite organization , is part of a $ 700 million contract awarded to hughes in 1982 to develop five of the three-ton satellites.',
    [[3, 'ton']],
  ],
  ['twenty-one trillion three hundred', [[21000000000300, null]]],
  ['twenty-one trillion and three hundred', [[21000000000300, null]]],
  ['Three hundred  and  thirty one', [[331, null]]],
  ['two  thousand  and  two hundred', [[2200, null]]],
  ['one hundred and thirty and two fifths', [[130.4, null]]],
  [
    '3 hundred and 2 hundred are two valid numbers.',
    [
      [300, null],
      [200, null],
      [2, null],
    ],
  ],
  [
    '3 hundred and 2.12 hundred are two valid numbers.',
    [
      [300, null],
      [212, null],
      [2, null],
    ],
  ],
  [
    'In some countries you can write 5.00 or 5,00.',
    [
      [5, null],
      [5, null],
    ],
  ],
  ['Twenty-six people die in accident at Techiman', [[26, null]]],
  ['more than half people came here.', [[0.5, null]]],
  [
    'I want to earn $10000 in 3 years',
    [
      [10000, null],
      [3, null],
    ],
  ],
  [
    'I want to earn $2000 over 3 years',
    [
      [2000, null],
      [3, null],
    ],
  ],
  ['There are 1 crore boxes in this container', [[10000000, null]]],
  ['There are 12,567 words in this document', [[12567, null]]],
  [
    'I see five out of three pieces',
    [
      [5, null],
      [3, null],
    ],
  ],
  ['There are one million and a half possibilities', [[1500000, null]]],
  ['The population is 3 million and a half', [[3500000, null]]],
]
