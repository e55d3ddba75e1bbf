/** Names of the months in the languages in which pages give their days, in the cases and short forms in which dates use them. */

const MONTH_NAMES: readonly string[] = [
  // Order within a line: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Romanian, Czech, Swedish, Danish, Finnish, Turkish, Hungarian, Greek,
  // Catalan, Indonesian, Croatian, Slovenian, Lithuanian, Estonian, Serbian, Bulgarian, Arabic, Hebrew, Hindi, Persian. Where two languages mean two months by one word, as "listopada", the one further up counts.
  'january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв січня січень січ ianuarie ian ledna leden januari tammikuuta tammikuu ocak január ιανουαρίου ιανουάριος ιαν gener siječnja sausio jaanuar јануар януари يناير جانفي ינואר בינואר जनवरी ژانویه',
  'february feb februar feber février fevrier févr fevr fév febrero febbraio febb fevereiro fev februari lutego luty lut февраля февраль фев лютого лютий лют februarie února únor unora februari helmikuuta helmikuu şubat február φεβρουαρίου φεβρουάριος φεβ febrer veljače vasario veebruar фебруар февруари فبراير فيفري شباط פברואר בפברואר फरवरी फ़रवरी فوریه',
  'march mar märz maerz mrz mars marzo março marco maart mrt marca marzec марта март мар березня березень бер martie mart března březen brezna maaliskuuta maaliskuu mart március marts μαρτίου μάρτιος μαρ març maret ožujka marec kovo märts مارس آذار מרץ במרץ מרס במרס मार्च',
  'april apr avril avr abril abr aprile aprel kwietnia kwiecień kwi апреля апрель апр квітня квітень кві aprilie dubna duben huhtikuuta huhtikuu nisan április απριλίου απρίλιος απρ travnja balandžio aprill април أبريل ابريل إبريل أفريل نيسان אפריל באפריל अप्रैल آوریل',
  'may mai mayo maggio mag maio mei maja maj мая май травня травень тра května květen kvetna toukokuuta toukokuu mayıs május μαΐου μάιος μαϊ maig svibnja gegužės мај مايو ماي أيار מאי במאי मई',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня червень чер iunie iun června červen cervna kesäkuuta kesäkuu haziran június ιουνίου ιούνιος ιουν juny lipnja junij birželio juuni јун юни يونيو جوان حزيران יוני ביוני जून ژوئن',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня липень лип iulie iul července červenec cervence heinäkuuta heinäkuu temmuz július ιουλίου ιούλιος ιουλ juliol srpnja julij liepos juuli јул юли يوليو جويلية تموز יולי ביולי जुलाई ژوئیه',
  'august aug août aout agosto ago augustus sierpnia sierpień sie августа август авг серпня серпень сер augusti srpna srpen elokuuta elokuu ağustos agustos augusztus αυγούστου αύγουστος αυγ agost agustus kolovoza avgust rugpjūčio أغسطس اغسطس أوت אוגוסט באוגוסט अगस्त اوت',
  'september sep sept septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сентябрь сен сент вересня вересень вер septembrie září zari syyskuuta syyskuu eylül szeptember σεπτεμβρίου σεπτέμβριος σεπ setembre rujna rugsėjo септембар септември سبتمبر أيلول ספטמבר בספטמבר सितंबर सितम्बर سپتامبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт жовтня жовтень жов octombrie října říjen rijna lokakuuta lokakuu ekim október οκτωβρίου οκτώβριος οκτ spalio oktoober октобар октомври أكتوبر اكتوبر אוקטובר באוקטובר अक्टूबर अक्तूबर اکتبر',
  'november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб листопада листопад лис noiembrie noi listopadu marraskuuta marraskuu kasım november νοεμβρίου νοέμβριος νοε studenoga studenog lapkričio новембар ноември نوفمبر נובמבר בנובמבר नवंबर नवम्बर نوامبر',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember grudnia grudzień gru декабря декабрь дек грудня грудень гру decembrie prosince prosinec joulukuuta joulukuu aralık δεκεμβρίου δεκέμβριος δεκ desembre prosinca gruodžio detsember децембар декември ديسمبر דצמבר בדצמבר दिसंबर दिसम्बर دسامبر',
];

const MONTH_OF_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** 1–12 for the name of a month ("März", "sept."), or null. */
export function monthNamed(word: string): number | null {
  return MONTH_OF_NAME.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}
