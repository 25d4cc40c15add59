const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/u))

/**
 * Common first names of the world's news that are clearly a man's, folded (lower case, no diacritics). Hand-written from the
 * names of heads of state and government, ministers, athletes and frequent names per country; unisex names are left out.
 */
export const MALE_NAMES = set(`
  aaron abdul abdulaziz abdullah abdel abraham adam adel adrian ahmad ahmed akbar akira alain alan albert alberto alejandro aleksandr aleksei alex
  alexander alexandre alexei alexey alexis alfred alfredo ali alistair alistair allan allen alvaro amir anatoly anders andre andreas andrei andres andrew andriy andrzej
  angus anthony anton antonio antony anwar archie armando arnold arthur arturo arun asif askar augusto austin ban barack bashar ben benjamin
  bernard bernardo bernie bill bob boris brad bradley brandon brendan brett brian bruce bruno carl carlos cesar charles charlie chris christian christopher
  christoph chuck clarence claude claudio clement clive colin conor craig cyril cyrus dale dan daniel daniele danny darren dave david dean denis dennis derek dick didier
  diego dimitri dmitri dmitry dominic don donald doug douglas duncan earl ed eddie edgar edmund eduardo edward edwin elias elliot emilio emmanuel enrique eric
  erik ernest ernesto esteban ethan eugene evan evgeny fabio faisal farid felipe felix fernando fidel filip francesco francis francisco francois frank franklin franz fred
  frederic frederick friedrich fyodor gabriel gareth gary gavin gennady geoff geoffrey georg george georges gerald gerard gerhard gianni gilbert giorgio giovanni giuseppe gleb
  glen glenn gonzalo gordon graham greg gregory guido guillaume guillermo gustavo guy hamid hans harold harry hasan hassan hector heinz helmut henri henrik henry herbert herman
  hiroshi horst howard hugo hussein hussain hugh ian ibrahim igor ilham ilya imran isaac ismail ivan ivo jack jacob jacques jaime jair jake jakub james jamal jamie jan jared
  jason javier jay jean jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joe joel johan johannes john johnny jon jonas jonathan jorge jose josef joseph josh
  joshua juan juergen jules julian julio jurgen justin karim karl kassym kazuo keith ken kenneth kenji kent kevin khalid khalil kirk klaus kofi konstantin kurt kyle lamar lance larry lars
  laurent lawrence lee leo leon leonard leonid leonardo leopoldo les leslie lionel liam lorenzo louis luca lucas luis luiz luke mahmoud malcolm manuel marc marcel marcelo marco marcos
  marcus mario mark marko martin marvin massimo mathieu mats matt matteo matthew matthias maurice mauricio mauro max maxim mehmet melvin michael michal michel miguel mike mikhail milos mirza mitch
  mohamed mohammad mohammed mohamud mohsen mordechai morgan moussa muhammad muhammadu mustafa naftali narendra nathan nawaz ned neil nelson nicholas nick nicolas nigel nikita niklas nikol nikolai
  nikos noel norman nursultan nuri oleg oleksandr oliver olivier omar orlando oscar oskar osama otto owen pablo paolo pascal patrick paul pavel pawel pedro per pervez pete peter petr petro
  phil philip philippe pierre pietro piotr prabowo prakash prince qasem rafael rafiq rahul raj rajesh rajiv ralph ramon ramzan randy raul ravi ray raymond recep reginald reza ricardo richard rick
  rob robert roberto robin rodrigo roger roland rolf roman ron ronald ross roy ruben rupert ruslan russell ryan said salman salvador sam samuel sanjay santiago saul scott sean sebastian sergei sergey
  sergio seth shane shaun shinzo silvio simon stanislav stefan stefano stephane stephen steve steven stewart stuart suleiman sunil svein taro ted terrence terry theodore thierry thomas tim timothy
  tobias todd tom tomas tommy tony travis trevor tyler umaru vaclav valentin valery vasily victor vijay viktor vincent vitaly vivek vladimir volodymyr wade walter warren wayne werner wesley wilhelm will
  william willie winston wolfgang xavier yasser yevgeny yitzhak yoshihide yousef youssef yukio yuri yusuf zachary zakir zine zlatan`)

/** The same for women. */
export const FEMALE_NAMES = set(`
  abigail ada adele adriana agnes aisha alexandra alexandria alice alicia alina alison allison alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna anne annette
  annie antonia asma astrid audrey aung ayesha barbara beatrice beatriz benazir bernadette beth betty beverly bianca birgit bonnie brenda bridget brigitte brittany camilla carla carmen carol carolina caroline
  carolyn carrie catherine cathy cecilia celia charlotte cheryl chloe christina christine cindy claire clara claudia colleen constance cristina cynthia daisy daniela danielle dariga daria deborah debbie delia denise
  diana diane dilma dolores dominique donna doris dorothy eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa emilia emily emma erica erin esther eugenia eva evelyn fatima fiona florence
  frances francesca gabriela gabriella georgia geraldine gertrude gina gisele gladys gloria grace greta gretchen gwen hala hanna hannah harriet heather heidi helen helena helene helga hillary hina holly ilona
  imelda indira ines ingrid irena irene irina iris isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill jo joan joanna johanna
  josephine joyce juanita judith judy julia juliana julie juliet june kamala karen karin karina karla kate katherine kathleen kathryn kathy katie katrina kayla kelly kerstin kim kimberly kirsten kristen kristin
  kristina lara larisa laura lauren laurie leila lena leticia lidia lilian liliana lillian lily linda lisa lois loretta lori lorraine louise lucia lucy ludmila luisa lydia lynn madeleine magdalena malala manuela
  marcia margaret margarita margot maria mariam marian mariana marie marilyn marina marine marion marta martha mary maryam matilda maureen mavis megan meghan mei melania melanie melinda melissa mercedes mia
  michaela michele michelle mildred miriam molly monica monika mona nadia nadine nancy naomi natalia natalie natasha nicola nicole nina noor nora norma olena olga olivia oprah oksana pamela patricia paula pauline
  penelope penny petra phyllis priti priya rachel rania raquel rebecca regina rekha renee rita roberta rosa rosalind rose rosemary roxana ruth sabina sabrina saida sally samantha sandra sanna sara sarah saule
  shannon sharon sheila sheikha shirley simone sofia sonia sophia sophie stacey stella stephanie sue susan susana susanne suzanne svetlana sylvia sylvie tamara tanya tara tatiana tatyana teresa theresa tina tracey tulsi
  ursula valentina valeria valerie vanessa vera veronica veronika victoria viktoria violet violeta virginia vivian wanda wendy winnie yasmin yelena yingluck yolanda yulia yvette yvonne zainab zara zeinab zhanna zoe`)
