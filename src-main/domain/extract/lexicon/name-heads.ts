const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Last words of organisations' names ("… Ministry", "… Corp"), lower case. */
export const ORGANIZATION_HEADS = set(`
  inc corp corporation co company companies ltd limited llc plc gmbh ag nv sa spa pty oyj ab asa group holdings holding partners associates
  bank banks insurance capital ventures securities investments fund trust foundation institute institution university college school academy
  faculty hospital clinic laboratory laboratories labs observatory library
  ministry department agency bureau office administration authority commission committee council board directorate secretariat service services
  inspectorate treasury cabinet parliament congress senate assembly duma knesset majlis bundestag legislature court tribunal prosecutor police
  army navy airforce force forces guard guards brigade regiment battalion division corps militia command fleet
  party union alliance coalition front league federation confederation association society organization organisation movement network
  club team fc sc afc cf united rangers city athletic rovers wanderers
  times post news herald tribune journal gazette guardian telegraph daily magazine press radio television tv media broadcasting newspaper
  church diocese archdiocese synod chamber consortium cooperative syndicate conference orchestra ensemble choir
  airlines airways airline railways motors industries technologies systems software electronics pharmaceuticals energy petroleum oil gas
  telecom communications entertainment studios records pictures resources mining steel electric power`)

/** Last words of places' names, lower case. */
export const PLACE_HEADS = set(`
  city town village county province state region district oblast krai raion governorate prefecture municipality canton territory parish
  republic kingdom emirate island islands isle archipelago peninsula coast bay gulf sea ocean lake river strait channel canal creek falls
  mountain mountains mount hills hill valley desert forest plain plains plateau glacier volcano cape beach delta basin heights
  street avenue road lane boulevard square highway expressway route north south east west strip bank corridor`)

/** Last words of buildings and sites, lower case: places that are facilities. */
export const FACILITY_HEADS = set(`
  airport station stadium arena bridge tower palace castle cathedral mosque temple church synagogue shrine museum gallery theatre theater
  hall house building centre center plaza mall market hotel resort prison jail camp barracks base airbase cemetery monument memorial park zoo
  garden gardens dam reservoir pier port harbour harbor terminal tunnel highway expressway motorway railway line crossing checkpoint
  plant refinery mine reactor pipeline wall gate farm ranch estate villa residence ground oval speedway circuit racecourse court courthouse
  fort fortress citadel tomb ruins observatory`)

/** Last words of events' names, lower case: meetings, contests, wars, votes, disasters, holidays. */
export const EVENT_HEADS = set(`
  summit forum conference congress convention symposium meeting session talks assembly dialogue seminar workshop expo exhibition fair show
  festival carnival biennale gala ceremony parade jubilee anniversary day eve week month year christmas easter ramadan eid diwali
  cup games olympics paralympics championship championships tournament league open masters marathon race prix derby series final finals playoffs
  bowl trophy match test tour grandprix
  war battle siege uprising revolution revolt rebellion intifada coup massacre genocide holocaust crisis crash disaster earthquake hurricane
  typhoon cyclone storm tsunami flood fire attack attacks bombing bombings shooting riots protests strike operation offensive campaign
  election elections referendum primary primaries plebiscite brexit spring famine plague pandemic epidemic depression recession olympiad`)

/** Last words of works, laws, treaties, awards and products with a title, lower case. */
export const WORK_HEADS = set(`
  act law bill code constitution treaty agreement accord accords pact protocol convention charter declaration resolution directive regulation
  amendment ordinance decree plan initiative programme program project strategy doctrine report review study survey
  prize award awards medal order oscar grammy emmy
  bible quran koran torah book novel film movie song album symphony opera series magazine play poem trilogy`)
