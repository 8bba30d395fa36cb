/** Common given names of many countries (facts of usage): what tells "thanks to Maria" from "thanks to Bluetooth". */

const LATIN = `
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven stephen paul andrew joshua
kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan larry justin scott brandon benjamin ben
samuel sam gregory greg alexander alex frank patrick raymond dennis jerry tyler aaron jose adam nathan henry douglas doug zachary peter kyle noah ethan
jeremy walter keith roger terry sean austin carl arthur lawrence dylan jesse bryan joe billy bruce gabriel logan alan juan wayne roy ralph randy eugene
vincent russell louis philip bobby johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
sandra ashley kimberly kim emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley
anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine heather diane ruth julie olivia joyce kelly
victoria lauren joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice
julia judy sophia denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla lori oliver liam harry tom
tim jim mike steve dave bob rob chris matt dan tony jenny jess kate katie beth sue liz becky priya raj amit rahul sanjay anita deepa arjun fatima
mohammed muhammad ahmed ali hassan omar ibrahim yusuf aisha layla jürgen hans klaus wolfgang stefan andreas matthias uwe bernd dieter heinz günter
helmut gerhard manfred werner jörg jan lukas leon felix jonas tobias sebastian florian markus martin ralf sven thorsten torsten dirk holger ursula
monika petra sabine renate helga karin brigitte ingrid erika christa gisela susanne birgit heike martina claudia silke anja katja nadine katrin
stefanie sandra nicole melanie julia lena lea leonie sophie marie hannah johanna greta pierre jean michel philippe alain patrick nicolas christophe
françois laurent frédéric thierry olivier stéphane julien sébastien guillaume mathieu antoine hugo lucas nathalie isabelle sylvie catherine françoise
valérie sandrine stéphanie véronique céline sophie aurélie émilie camille manon chloé léa inès élodie amélie josé antonio manuel francisco javier
carlos miguel ángel rafael pedro pablo fernando luis sergio jorge alberto álvaro diego adrián raúl enrique ramón andrés joaquín iván rubén maría carmen
ana isabel dolores pilar josefa rosa cristina marta lucía paula elena raquel beatriz silvia mercedes rocío sofía inés alba nuria giuseppe giovanni
mario luigi marco roberto andrea stefano angelo francesco luca paolo alessandro matteo davide lorenzo simone fabio massimo giorgio giulia francesca
chiara federica valentina alessia elisa ilaria silvia paola laura sara martina giovanna lucia joão antónio paulo carlos pedro tiago rui ricardo nuno
miguel bruno andré fernanda mariana ana joana inês beatriz catarina rita sofia juliana camila gabriela larissa letícia rodrigo gustavo thiago felipe
marcelo vinícius pieter kees johan willem maarten jeroen anneke marieke sanne ingrid lars erik anders johan karl gustaf björn astrid karin nils
piotr krzysztof andrzej tomasz paweł jan michał marcin jakub adam łukasz anna maria katarzyna małgorzata agnieszka barbara ewa krystyna elżbieta
magdalena joanna mehmet mustafa ayşe emine hatice zeynep ahmet murat emre elif ivan dmitri dmitry sergei sergey alexei alexey olga natalia natasha
tatiana irina svetlana elena ekaterina wei ming hiroshi kenji yuki haruka takashi minh linh siobhan aoife declan niamh magda carlo maria
`;

/** Without their endings, which change with the case: "Марией", "Ивану". */
const CYRILLIC_STEMS = `
александр алексе андре антон артём артем борис вадим валенти валери василий васили виктор витали владимир владислав вячеслав геннади георги григори
дании дани денис дмитри евгени егор иван игор ильяс иль кирилл константин леонид максим михаил михаи никит никола олег павел павл пётр петр роман руслан
семён семен сергеи серге станислав степан тимофе тимур фёдор федор эдуард юри яросла анн анастаси алин алис алл анжел валентин вер виктори галин
дарь диан екатерин елен елизавет жанн зо инн ирин карин кристин ксени ларис лиди любов людмил маргарит марин мари надежд натали наталь ольг оль полин
светлан софи софь тамар татьян тань юли ян яна лен кат саш маш наст
`;

const names = new Set(LATIN.trim().split(/\s+/u));
const stems = new Set(CYRILLIC_STEMS.trim().split(/\s+/u));

/** Chinese family names, most people's among them. */
export const HAN_SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬";

/** @returns whether a capitalised word is a common given name, in any of its cases in Russian */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase();
  if (names.has(lower)) return true;
  if (!/^\p{Script=Cyrillic}+$/u.test(lower)) return false;
  const stem = lower.replace(/(?:ой|ей|ем|ом|ью|ю|у|а|я|е|и|ы|й|ь)$/u, "");
  return stem.length >= 3 && (stems.has(stem) || stems.has(lower) || stems.has(stem.replace(/и$/u, "")));
}
