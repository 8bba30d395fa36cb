/**
 * Words that say nothing about a topic: function words, and the words questions and verdicts are framed with
 * ("what do you think", "would you buy", "product"). What is left of a question without them is its topic.
 */
const LISTS = {
  en: `a about above after again against ain all also although always am an and another any anyone anything anyway are aren around as at away
    back be became because become been before being below between both but by came can cannot can't come could couldn did didn do does doesn doing don done down
    during each either else enough especially etc even ever every everyone everything far few first for from further get gets getting give go goes going got had hadn has hasn have haven having he her here hers
    him his how however i if in instead into is isn it its itself just keep kind know last least less let ll look made make makes making many may maybe me might mine more most
    much must my myself need never no nobody none nor not nothing now of off often on once one only onto or other others our out over own per perhaps please put quite rather re really s said
    same say says see seem seems she should shouldn since so some someone something sometimes soon still such sure t take tell than that the their them then there these they thing things
    this those though through thus till to together too took toward tried try trying under until up upon us use used using usually ve very via want wanted was wasn way we well went were weren what whatever when
    where whether which while who whole whom whose why will with within without won would wouldn yes yet you your yours d m im ive id dont doesnt didnt cant wont isnt lot lots bit little`,
  enFrames: `think thought opinion opinions feel feeling experience like likes liked love loved enjoy enjoyed dislike dislikes disliked hate hated bother bothers annoy annoys
    good bad great best worst better nice happy unhappy satisfied dissatisfied problem problems issue issues improve improved improvement change changed wish different wrong complain complaint complaints praise
    buy bought purchase purchased again recommend recommended return returned product item thing stuff overall general generally main mainly mostly favorite favourite pros cons
    advantage advantages disadvantage disadvantages strength strengths weakness weaknesses friend friends people customers reviewers reviews review explain describe regret people's describe summary summarize impression impressions work works working`,
  de: `aber alle allem allen aller alles als also am an ander andere auch auf aus bei beim bin bis bist da damit dann das dass dein deine dem den denn der des dich die dies diese dieser dieses dir doch dort du
    durch ein eine einem einen einer eines er es etwas euch euer für gegen habe haben hat hatte hier hin ich ihr ihre im in ins ist ja jede jeder jetzt kann kein keine können man mehr mein meine mich mir
    mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so soll um und uns unser unter vom von vor war waren was weil welche welcher welches wem wen wenn wer werden wie wieder wird
    wir wo wurde würde würden zu zum zur über schon ganz denkt denken denkst gefällt gefallen findest findet finden meinung gut schlecht stört verbessern kaufen empfehlen produkt warum wieso insgesamt immer leicht schnell`,
  fr: `à ai aie ait alors au aucun aussi autre aux avec avez avoir avons bien c ça car ce cela ces cet cette chez comme comment d dans de des du elle elles en encore es est et était être eu fait il ils j je
    l la là le les leur leurs lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par pas plus pour pourquoi qu que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes toi ton très
    tu un une vos votre vous y a pensez penses avis aimez aimes améliorer achèteriez recommander recommanderiez produit bon bonne mauvais facile facilement problème`,
  es: `a al algo alguna alguno antes así aún aunque bien cada como con cual cuál cuando cuándo cuánto de del desde donde dónde e el él ella ellas ellos en entre era es esa ese eso esta está están este esto estos fue
    ha hace han hasta hay la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o os otra otro para pero poco por porque qué que quien se sea ser si sí sin sobre son soy su sus también tan te
    tiene tienen todo tu tus un una uno unos usted vosotros y ya yo opinas opináis piensas gusta mejorarías comprarías recomendarías producto bueno malo problema opinión fácil`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всего всё всех вы где да даже для до его ее её если есть еще ещё же за здесь и из или им их к как какая какие какое какой ко когда кто ли либо мне
    много может можно мы на над нам нас не него нее неё нет ни них но ну о об один одна он она они оно от очень по под после потому почему при про раз с сам свой себя сколько со так также такой там то тоже только том ты у уже
    хотя чего чем что чтобы эта эти это этот этого этом я насколько ваш ваша ваше ваши вами нему ней ним хорошо плохо хороший плохой думаете думаешь нравится понравилось мнение улучшить улучшили изменить
    купили купить снова посоветуете рекомендуете товар вещь проблема проблемы`,
  zh: `的 了 是 在 我 你 您 他 她 它 们 我们 你们 他们 这 那 这个 那个 这些 那些 这件 这款 和 与 或 也 都 就 还 很 太 不 没 没有 有 吗 呢 吧 啊 呀 嘛 怎么 怎么样 怎样 怎 样 一般 来说 总体 整体 请问 大家 如何 什么 为什么 多少 多久 哪 哪里 谁 会 能 可以 要 想 觉得 认为 用 把 被 给
    对 从 到 上 下 里 中 一 一个 个 再 又 但 但是 因为 所以 如果 而 而且 好 不好 喜欢 讨厌 问题 推荐 购买 买 产品 东西 改进 改善 看法 非常 真的 比较 说 得 着 过 去 来 让 最 更 适合 需要 容易`,
  ja: `の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる
    です ます でし まし ん ね よ どう どの どんな 何 なぜ いつ どこ 誰 思い ます か ください 好き 嫌い 良い 悪い いい 買い 商品 製品 意見 改善 問題 とても すごく`,
} as const;

/** All lists together: texts mix languages, and a word that is empty in one language is rarely a topic in another. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(LISTS).flatMap((list) => list.split(/\s+/u).filter(Boolean)),
);
