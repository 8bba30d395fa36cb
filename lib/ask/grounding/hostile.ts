/**
 * Text of strangers on its way into a prompt and out of a model: it is shown, never followed. What could end the place it stands in,
 * change who seems to speak, or hide from a person's eyes is taken out; what speaks to a machine is no evidence.
 */

/** Marks that turn or hide text: zero-width, bidirectional controls, soft hyphens, tags, variation selectors (Unicode's own list). */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/gu;
/** Everything else without a shape, line breaks among it. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;
/** What chat templates are made of: ChatML, Llama 2 and 3, Mistral, Gemma, Phi, DeepSeek, Alpaca, Vicuna, reasoning and tool tags. */
const TEMPLATE_TOKENS: readonly RegExp[] = [
  /<\s?[|｜]\s?[\w▁ -]{1,40}\s?[|｜]\s?>/gu,
  /\[\/?\s?(?:INST|SYS|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|THINK|SYSTEM_PROMPT|IMG)\s?\]/giu,
  /<<\/?\s?SYS\s?>>/giu,
  /<\/?\s?(?:s|bos|eos|pad|unk|mask|start_of_turn|end_of_turn|think|thinking|tool_call|tool_response|tools?|function_call|im_start|im_end|system|user|assistant|model|human|instructions?|prompt|context|document|passages?|reviews?|quote)\s?>/giu,
];
/** Lines that seem to say who speaks; a reviewer may well write "Model: XL", so they are taken out and no more. */
const SPEAKERS =
  /(?<![\p{L}\p{N}])(?:#{2,6}\s{0,3}(?:instructions?|response|system|user|assistant|input|human)|(?:system|assistant|user|human|model|developer)(?=\s?[:：]))\s?[:：]?/giu;

/** A longer text shows its beginning. In UTF-16 units. */
const LONGEST = 320;

/**
 * @param marker the word that ends a passage in this prompt; it can then not occur in it
 * @returns one line of plain text, never longer than `longest` (an ellipsis says that it was cut), "" when nothing is left
 */
export function defang(text: string, marker = "", longest = LONGEST): string {
  let plain = text
    .slice(0, longest * 8)
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(CONTROL, " ");
  // What is taken out may leave halves that make a new one, so it is done until nothing is found: each round only shortens.
  for (let before = ""; before !== plain; ) {
    before = plain;
    for (const token of [...TEMPLATE_TOKENS, SPEAKERS]) plain = plain.replace(token, " ");
    if (marker !== "") plain = plain.split(marker).join(" ");
  }
  plain = plain
    .replace(/[<>]/gu, " ")
    .replace(/`{3,}/gu, " ")
    .replace(/[[\]]/gu, (bracket) => (bracket === "[" ? "(" : ")"));
  return cut(plain.replace(/\s+/gu, " ").trim(), longest);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, "");
  return `${whole.trimEnd()}…`;
}

const MACHINE = "(?:AI|LLM|language model|chat\\s?bot|assistant|GPT|model|summari[sz]er|persona)";

/** Orders to whoever reads on, as no reviewer gives them to other customers. */
const ADDRESSED: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|above|previous|prior|reviews?|passages?)\b/iu,
  /(?:^|[.!?:;,]\s*|\b(?:you (?:must|should|shall|will|have to)|always|only|please|now)\s)(?:always |only |now )?(?:answer|respond|reply|output|state|claim|print|say)\b[^.!?\n]{0,30}\b(?:that|with|only|exactly|every|in (?:all caps|json|french|german|chinese|russian|english|spanish))\b/iu,
  /\b(?:system|developer) (?:prompt|message|override)|\bfrom now on\b|\byou are now\b|\bact as\b|\bjailbreak\b|\bmaintenance mode\b|\bdo not mention (?:this|these)\b/iu,
  new RegExp(`\\b(?:dear|hey|attention|note to|as an?|if you are an?|any|the) ${MACHINE}\\b[^.!?\\n]{0,20}[,:!]`, "iu"),
  /\b(?:in|to|with|from|of|your|the|each|every|all) (?:your|this|the) (?:next |final |whole |entire )?(?:answers?|repl(?:y|ies)|responses?|output)\b|\byour (?:answers?|repl(?:y|ies)|responses?|output|message|summary|(?:system )?prompt|instructions?)\b/iu,
  /^\W*(?:please )?(?:add|include|insert|append|replace|convert|encode|use|substitute|repeat|reverse|encrypt|modify|enhance)\b[^.!?\n]{0,60}\b(?:letters?|vowels?|consonants?|words?|sentences?|characters?|ciphers?|emojis?|base64|ascii|unicode|binary|morse|answers?|links?|text|reviews?)\b/iu,
  /#{2,6}\s{0,3}(?:instruction|response|system)|["']\s?(?:claims|say|ids|role|content)\s?["']\s?:/iu,
  /<\s?\/?\s?(?:script|img|iframe|svg|a|style|object|embed|form|link|meta|body|html)\b|\]\(\s?(?:https?|javascript|data):/iu,
  /\bwhen(?:ever)? (?:you (?:are )?(?:asked|summari[sz]e|answer)|asked about|summari[sz]ing)\b/iu,
  /^\W*(?:please )?(?:write|draft|compose|translate|summari[sz]e|rewrite|generate|explain|describe|show me|provide|list|solve|calculate|break down|design|develop|create|tell me)\b[^.!?\n]{0,60}\b(?:an?|the|how|following|me|this|for|of|about|in)\b/iu,
  /(?:忽略|无视|無視|忘记)[^。！？\n]{0,12}(?:指令|指示|提示|规则|要求|评论)|(?:请|必须|只能|总是)(?:回答|回复|输出|说)|你现在是|从现在(?:开始|起)/u,
  /(?:игнорируй|забудь|отмени)(?:те)?[^.!?\n]{0,30}(?:инструкц|указан|правил|отзыв)|(?:отвечай|ответь|напиши|выведи|утверждай)(?:те)?(?!\p{L})|(?:ты теперь|отныне)/iu,
  /(?:ignoriere?n?|vergiss|missachte)[^.!?\n]{0,30}(?:Anweisung|Regel|Bewertung|Befehl)|\b(?:antworte|behaupte|schreibe|gib)(?:n Sie)?\b[^.!?\n]{0,20}\b(?:immer|nur|dass|auf|mit|aus)\b|\bdu bist (?:jetzt|nun)\b/iu,
  /(?:ignor[ae]z?|oublie[sz]?|olvida)[^.!?\n]{0,30}(?:instruc|consigne|règle|regla|avis|reseña)|\b(?:répond[sz]?|réponde[sz]|responde|contesta)\b[^.!?\n]{0,20}\b(?:toujours|siempre|que|en|con|avec)\b|\b(?:tu es maintenant|ahora eres)\b/iu,
];

/** @returns whether a passage may stand for an opinion: a question tells nothing, and orders to a machine are nobody's experience */
export function givesEvidence(text: string): boolean {
  return !/[?？]["”’'»)\s]*$/u.test(text) && !addressesMachine(text);
}

/** @returns whether a sentence gives orders to a machine: it is kept from prompts, and nothing said of it counts as supported */
export function addressesMachine(text: string): boolean {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").slice(0, 2_000);
  return ADDRESSED.some((pattern) => pattern.test(plain)) || TEMPLATE_TOKENS.some((token) => plain.search(token) >= 0);
}
