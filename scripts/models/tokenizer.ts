/**
 * Writes the tokenizer files transformers.js reads, from the pieces of the encoder file.
 */
import type { UnigramPieces } from "./encoder-file";

const SPECIAL = { bos_token: "<s>", eos_token: "</s>", pad_token: "<pad>", unk_token: "<unk>", mask_token: "<mask>" };

/** `tokenizer.json`: SentencePiece Unigram with the normaliser, pre-tokenizer and template of XLM-RoBERTa. */
export function tokenizerJson(source: UnigramPieces): object {
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: specialTokens(source),
    normalizer: {
      type: "Sequence",
      normalizers: [
        // transformers.js and tokenizers treat it as sentencepiece's nmt_nfkc: NFKC, and controls and odd spaces to none or " "
        { type: "Precompiled", precompiled_charsmap: null },
        { type: "Replace", pattern: { Regex: " {2,}" }, content: " " },
      ],
    },
    pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
    post_processor: template(source),
    decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
    model: {
      type: "Unigram",
      unk_id: source.unk,
      vocab: source.pieces.map((piece, id) => [piece, shortest(source.scores[id] ?? 0)]),
    },
  };
}

/** `tokenizer_config.json`. */
export function tokenizerConfig(maxTokens: number): object {
  return {
    ...SPECIAL,
    cls_token: SPECIAL.bos_token,
    sep_token: SPECIAL.eos_token,
    model_max_length: maxTokens,
    tokenizer_class: "XLMRobertaTokenizer",
  };
}

/** The fewest digits that give the same 32-bit float: the file is 250,002 of them. */
function shortest(score: number): number {
  for (let digits = 6; digits < 10; digits++) {
    const short = Number(score.toPrecision(digits));
    if (Math.fround(short) === score) return short;
  }
  return score;
}

function specialTokens(source: UnigramPieces) {
  return Object.values(SPECIAL).map((content) => ({
    id: source.pieces.indexOf(content),
    content,
    special: true,
    single_word: false,
    lstrip: content === SPECIAL.mask_token,
    rstrip: false,
    normalized: false,
  }));
}

function template(source: UnigramPieces) {
  const special = (content: string, id: number) => ({ id: content, ids: [id], tokens: [content] });
  const token = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const text = { Sequence: { id: "A", type_id: 0 } };
  return {
    type: "TemplateProcessing",
    single: [token(SPECIAL.bos_token), text, token(SPECIAL.eos_token)],
    pair: [token(SPECIAL.bos_token), text, token(SPECIAL.eos_token)],
    special_tokens: {
      [SPECIAL.bos_token]: special(SPECIAL.bos_token, source.bos),
      [SPECIAL.eos_token]: special(SPECIAL.eos_token, source.eos),
    },
  };
}
