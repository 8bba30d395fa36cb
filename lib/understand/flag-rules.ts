/** Patterns of advertising and of instructions to a machine, in the languages reviews are written in most. */

/** An address, with or without protocol. */
export const LINK =
  /\b(?:https?:\/\/|www\.)\S+|(?<![a-z0-9-])[a-z0-9-]{2,63}\.(?:com|net|shop|store|xyz|top|info|online|site|biz|ru|cn)\/\S*/iu;

/** Ways to be reached that a reviewer has no reason to leave. */
export const CONTACTS: readonly RegExp[] = [
  /\b(?:whats\s?app|telegram|t\.me|wechat|line id|signal|kik)\b\s*[:@+]?/iu,
  /(?:微信|加微|威信|薇信|QQ)\s*[号群]?\s*[:：]?\s*[\w-]{4,}/iu,
  /(?:вотсап|ватсап|телеграм|вайбер)/iu,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[a-z]{2,}/iu,
  /(?:call|text|tel|phone|电话|тел)\.?\s*[:：]?\s*\+?\d[\d\s().-]{7,}/iu,
];

/** Promises of advertising. */
export const OFFERS: readonly RegExp[] = [
  /\b(?:promo|discount|coupon|voucher|referral)\s?codes?\b|\buse (?:my )?code\b/iu,
  /\b(?:click|tap) (?:here|the link|my profile|below)\b|\blink in (?:my )?bio\b|\bvisit (?:my|our) (?:site|shop|store|website|page|channel)\b/iu,
  /\b(?:earn|make|made) (?:up to )?[$€£]\s?\d[\d,.]*|\bwork from home\b.*[$€£]|\bpassive income\b/iu,
  /\b(?:bitcoin|crypto|forex|casino|betting|jackpot)\b.*\b(?:profit|invest|win|bonus|trader|signals?)\b/isu,
  /\b(?:buy|get) (?:followers|likes|reviews)\b|\bhacker\b.*\b(?:recover|hired?|contact)\b|\brecover(?:ed)? (?:my|your) (?:funds|money|crypto)\b/isu,
  /\b(?:\d{2,3}\s?% off|lowest prices?|best deals?|free shipping|order now|limited offer|act now|100% free)\b/iu,
  /(?:промокод|скидк[аиу] по ссылке|переходи(?:те)? по ссылке|заработок|подпишись|пишите в (?:личку|лс))/iu,
  /(?:优惠码|优惠券|加群|代购|刷单|点击链接|兼职|日赚|返现|扫码)/u,
  /(?:Rabattcode|Gutscheincode|jetzt bestellen|klick(?:en Sie)? (?:hier|auf den Link))/iu,
  /(?:code promo|cliquez ici|código de descuento|haz clic|código promocional|clique aqui|clicca qui|codice sconto)/iu,
];

const EARLIER = "(?:previous|prior|above|earlier|preceding|foregoing|other|existing|your)";
const ORDERS = "(?:instructions?|prompts?|rules?|directions?|guidelines?|commands?|messages?|context|orders?)";
const MACHINE =
  "(?:an? )?(?:AI|LLM|language model|chat\\s?bot|assistant|GPT|chatgpt|artificial intelligence|summari[sz]er|bot)";

/** Each pattern is a way to talk to a machine about its task. */
export const INSTRUCTIONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass|skip)\\b[^.!?\\n]{0,30}\\b${EARLIER}\\b[^.!?\\n]{0,20}\\b${ORDERS}\\b`,
    "iu",
  ),
  /\b(?:ignore|disregard|forget)\b (?:everything|all (?:of )?(?:that|this|the)|anything)\b[^.!?\n]{0,30}\b(?:above|before|told|said|earlier|instructions?)\b/iu,
  new RegExp(
    `\\b(?:if you(?:'re| are)|dear|hey|hello|attention|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)|to (?:the|any|all|every)) (?:the |any |all )?${MACHINE}s?\\b[^.!?\\n]{0,12}[,:.!\\u2014-]`,
    "iu",
  ),
  new RegExp(
    `\\b(?:if you(?:'re| are)|to (?:the|any|all|every)) ${MACHINE}s?\\b[^.!?\\n]{0,25}\\b(?:reading|processing|summari[sz]ing|reviewing|analy[sz]ing)\\b`,
    "iu",
  ),
  /\byou are now (?:an? |in |the )?\p{L}+|\bfrom now on,? you (?:are|will|must)\b|\bact as (?:an? )?(?:AI|DAN|assistant|system|unrestricted)/iu,
  /\b(?:system|developer) (?:prompt|message|override|instruction)s?\b|\b(?:reveal|print|show|repeat|leak)\b[^.!?\n]{0,12}\b(?:your|system|hidden|initial|secret)\b[^.!?\n]{0,12}\b(?:prompt|instructions)\b|\bjailbreak|\bprompt injection\b/iu,
  /^\s*(?:system|assistant|user|###\s?(?:instruction|system|response))\s*[:：]/imu,
  /\b(?:respond|reply|answer|output|say|write|print)\b (?:only )?(?:with )?(?:exactly|nothing but|only|the following)\b[^.!?\n]{0,40}["“:']/iu,
  /\bwhen (?:summari[sz]ing|analy[sz]ing|rating|asked about)\b[^.!?\n]{0,40}\b(?:say|write|report|rate|claim|mention|state|answer)\b/iu,
  // Work given to an assistant; a reviewer tells, and asks for no essays.
  /(?:^|[.!?\n]\s*)(?:please )?(?:write|draft|compose|generate|provide|create|develop|design|translate|summari[sz]e|rewrite|prepare|produce)\b[^.!?\n]{0,40}\b(?:poem|essay|short story|python|javascript|function|script|letter to|speech|e-?mail to|paragraph|blog post|press release|summary of|sonnet|following (?:text|sentence|paragraph)|tagline|slogan|lesson plan)\b/iu,
  /(?:忽略|无视|無視|忘记|忘掉|不要理会)[^。！？\n]{0,12}(?:指令|指示|提示|规则|要求|命令|設定|设定)|(?:你现在是|从现在开始，?你|系统提示|作为(?:一个)?(?:AI|人工智能|语言模型))/u,
  /(?:игнорируй|забудь|отмени|не обращай внимания на)(?:те)?[^.!?\n]{0,30}(?:инструкци|указани|правил|команд|промпт)|(?:системный промпт|теперь ты|ты теперь|отныне ты)/iu,
  /(?:ignoriere?n?|vergiss|vergessen Sie|missachte)[^.!?\n]{0,30}(?:Anweisung|Instruktion|Befehl|Regel|Prompt)|\bdu bist (?:jetzt|nun|ab sofort)\b|\bSystemprompt\b/iu,
  /(?:ignor[ae]d?|olvid[ae]d?|desestim[ae])[^.!?\n]{0,30}(?:instruccion|indicacion|órden|orden|regla)|\bahora eres\b|\ba partir de ahora eres\b/iu,
  /(?:ignore[zrs]?|oublie[zrs]?|ne ten(?:ez|ir|s) pas compte)[^.!?\n]{0,30}(?:instruction|consigne|règle|directive)|\b(?:tu es|vous êtes) (?:maintenant|désormais)\b/iu,
  /(?:ignor[ae]|esque[çc]a|desconsidere|dimentica)[^.!?\n]{0,30}(?:instruç|istruzion|regras|regole|comandos|ordens)/iu,
  /(?:指示|命令|プロンプト|ルール|設定)(?:は|を)[^。！？\n]{0,8}(?:無視|忘れ)|あなたは今から|システムプロンプト/u,
  /(?:이전|위의|모든)[^.!?\n]{0,10}(?:지시|명령|프롬프트)[^.!?\n]{0,6}(?:무시|잊)|너는 이제/u,
];
