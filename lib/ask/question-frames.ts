/** How people ask for an opinion, a liking, a flaw, a wish or loyalty, per language. Tried in this order. */
import type { Asked } from "../domain";

export interface QuestionFrame {
  asked: Asked;
  pattern: RegExp;
}

const words = (...sources: string[]) => new RegExp(sources.join("|"), "iu");

export const QUESTION_FRAMES: readonly QuestionFrame[] = [
  {
    asked: "self",
    pattern: words(
      String.raw`^\W*(?:hi|hello|hey|good (?:morning|evening|day)|thanks?|thank you|bye)\b(?:\W+\p{L}+){0,2}\W*$`,
      String.raw`^\W*(?:(?:hi|hello)\W+)?(?:who are you|are you (?:an? )?(?:real|human|ai|bot|robot|person|machine)|how are you|what(?:'s| is) your (?:name|age|job)|how old are you|where (?:do you live|are you from)|do you exist)`,
      String.raw`^\W*(?:hallo|guten (?:tag|morgen)|danke|wer (?:bist du|sind sie)|wie (?:alt|hei(?:ß|ss)t) |bonjour|salut|merci|qui êtes-vous|hola|gracias|quién eres)`,
      String.raw`^\W*(?:привет|здравствуй|добрый (?:день|вечер)|спасибо|кто (?:ты|вы)(?!\p{L})|как (?:дела|тебя зовут|вас зовут)\W*$|сколько (?:тебе|вам) лет)`,
      String.raw`^\W*(?:你好|您好|谢谢|你是谁|你们是谁|你几岁|你叫什么|こんにちは|ありがとう|あなたは誰)`,
    ),
  },
  {
    asked: "wishes",
    pattern: words(
      String.raw`\b(?:improv\w*|chang(?:e|ed)|differently|missing|lacking|wish(?:es)?|make (?:it|this|them) better|be better|should (?:they|we) (?:fix|do|add)|to fix|fixed|suggest\w*)\b`,
      "verbesser|ändern|fehlt|wünsch|améliorer|changer|manque|souhait|mejorar|cambiar|falta|desear",
      "улучш|измени|не хватает|хотелось бы|исправить|改进|改善|改变|缺少|希望|改良|足りない|直して",
    ),
  },
  {
    asked: "loyalty",
    pattern: words(
      String.raw`\b(?:buy|purchase|order|get|choose|come|go|stay|visit|read|use) (?:\w+ ){0,3}again\b|\bre-?(?:purchase|order)\b|\brecommend\b|\btell (?:a |your )?friends?\b|\bworth (?:it|buying)\b|\bregret\b|\bbuy (?:it|this|one)\b|\b(?:return|send)(?:ed)? (?:it|this|them)(?: back)?\W*$|\bkeep it\W*$`,
      "wieder kaufen|weiterempfehl|empfehlen|achèteriez|racheter|recommand|conseiller|comprarías|comprar de nuevo|recomendar",
      "купили бы|купить снова|посовет|рекоменд|会再买|再次购买|回购|推荐|值得买|また買|おすすめ|お勧め",
    ),
  },
  {
    asked: "dislikes",
    pattern: words(
      String.raw`\b(?:dislike\w*|hat(?:e|es|ed)|don'?t (?:you |they )?like|bother\w*|annoy\w*|frustrat\w*|worst|bad|wrong|problems?|issues?|complain\w*|complaints?|weakness\w*|disadvantages?|cons|disappoint\w*|negative\w*|drawbacks?|downsides?|flaws?|pain points?)\b`,
      "stört|schlecht|nachteil|problem|ärger|enttäusch|déplaî|déteste|défaut|problème|inconvénient|déçu|molesta|peor|malo|desventaja|decepcion",
      "не нрав|не понрав|раздраж|плохо|минус|недостат|проблем|разочаров|жалу|不喜欢|讨厌|缺点|不满|问题|失望|嫌い|不満|悪い|欠点",
    ),
  },
  {
    asked: "likes",
    pattern: words(
      String.raw`\b(?:like[sd]?|lov(?:e|es|ed)|enjoy\w*|best|favou?rite|praise\w*|strengths?|advantages?|pros|positive\w*|delight\w*|happy with|appeal\w*)\b`,
      "gefällt|gefallen|mögt|magst|vorteil|stärke|plaît|aimez|aimes|avantage|point fort|gusta|mejor|ventaja",
      "нрав|понрав|плюс|достоинств|любите|喜欢|优点|满意|好き|良い|気に入",
    ),
  },
  {
    asked: "overall",
    pattern: words(
      String.raw`\b(?:think|thoughts?|opinions?|feel|experience|overall|in general|impressions?|review|summar\w*|tell me|describe|satisfied|any good|good)\b`,
      "denk|meinung|findet|findest|zufrieden|insgesamt|pensez|penses|avis|satisfait|opin|piensa|satisfech",
      "дума|мнени|впечатл|в целом|довольны|расскаж|觉得|看法|怎么样|如何|总体|印象|評価|どう|感想|満足",
    ),
  },
];
