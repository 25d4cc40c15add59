const list = (words: string) =>
  words
    .trim()
    .split(/\s*[\n,]\s*/u)
    .filter(Boolean)

/** Faiths, peoples, regions' inhabitants and political leanings that no country of the list gives; singular forms. */
export const GROUP_NAMES: readonly string[] = list(`
  Muslim, Moslem, Islamic, Islamist, Christian, Catholic, Roman Catholic, Protestant, Orthodox, Anglican, Methodist, Baptist, Lutheran,
  Presbyterian, Evangelical, Pentecostal, Mormon, Quaker, Jesuit, Benedictine, Coptic, Copt, Maronite, Jewish, Jew, Hasidic, Hindu, Sikh, Jain,
  Buddhist, Taoist, Shinto, Shia, Shiite, Shi'ite, Sunni, Sufi, Salafi, Salafist, Wahhabi, Alawite, Druze, Yazidi, Ahmadi, Ismaili, Zoroastrian,
  Baha'i, Bahai, Wiccan, Atheist, Arab, Arabic, Kurd, Kurdish, Berber, Amazigh, Tuareg, Bedouin, Pashtun, Baloch, Baluch, Hazara, Punjabi,
  Sindhi, Bengali, Tamil, Telugu, Kannada, Kashmiri, Gujarati, Marathi, Rajput, Dalit, Sinhalese, Rohingya, Karen, Kachin, Shan, Hmong, Uighur,
  Uyghur, Tibetan, Han Chinese, Manchu, Cantonese, Hakka, Malay, Javanese, Acehnese, Moro, Maori, Māori, Aboriginal, Aborigine, Inuit, Eskimo, Cherokee,
  Navajo, Sioux, Apache, Mohawk, Maya, Mayan, Aztec, Inca, Quechua, Aymara, Mapuche, Guarani, Hispanic, Latino, Latina, Latin, Latin American, Chicano,
  African-American, African American, Afro-American, Asian-American, Asian American, Native American, Caucasian, Gypsy, Roma, Romani, Sinti,
  Chechen, Ingush, Ossetian, Abkhaz, Abkhazian, Dagestani, Avar, Circassian, Tatar, Tartar, Crimean Tatar, Bashkir, Chuvash, Yakut, Buryat, Kalmyk,
  Cossack, Slav, Slavic, Serbian Orthodox, Bosniak, Kosovar Albanian, Catalan, Basque, Galician, Andalusian, Castilian, Breton, Corsican,
  Flemish, Fleming, Walloon, Frisian, Bavarian, Prussian, Saxon, Sicilian, Sardinian, Venetian, Roman, Parisian, Londoner, Muscovite, New Yorker,
  Californian, Texan, Floridian, Hawaiian, Alaskan, Virginian, Quebecois, Québécois, Ontarian, Nordic, Scandinavian, Baltic, Balkan, Iberian,
  African, West African, East African, Southern African, North African, Asian, South Asian, Southeast Asian, East Asian, Central Asian, Eurasian,
  European, East European, Eastern European, Western European, Middle Eastern, Western, Westerner, Caribbean, West Indian, South American,
  Central American, North American, Melanesian, Polynesian, Oceanian, Mediterranean, Persian, Byzantine, Ottoman, Hutu, Tutsi, Zulu, Xhosa, Afrikaner,
  Boer, Swahili, Hausa, Fulani, Yoruba, Igbo, Ibo, Ogoni, Kikuyu, Luo, Maasai, Masai, Oromo, Amhara, Tigrayan, Tigrinya, Dinka, Nuer, Akan, Ashanti,
  Creole, Republican, Democrat, Democratic, Conservative, Tory, Labour, Liberal, Liberal Democrat, Lib Dem, Whig, Socialist, Social Democrat,
  Communist, Marxist, Leninist, Maoist, Trotskyist, Stalinist, Leftist, Rightist, Fascist, Nazi, neo-Nazi, Zionist, Nationalist, Unionist, Loyalist,
  Green, Libertarian, Christian Democrat, Peronist, Gaullist, Kemalist, Baathist, Ba'athist, Bolshevik, Menshevik, Chavista, Sandinista, Zapatista,
  Jihadist, Hellenic, Anglo-Saxon, Celtic, Germanic, Gulf Arab, Israeli Arab, Palestinian, Levantine, Maghrebi, Nubian, Sahrawi, Saharan, Siberian,
  Okinawan, Ainu, Ryukyuan, Sámi, Sami, Vatican, Thatcherite, Blairite, Reaganite, Trumpist, Gandhian, Keynesian, Freemason, Scientologist`)
