/** Recognises pages that ask for a proof, refuse, or want a login, instead of showing what was asked for. */
import { line, readText } from "../document/text";
import type { More } from "../site";

/** A page that shows nothing but an obstacle has few words. */
const FEW = 2_500;

const HUMAN =
  /captcha|are you (?:a )?(?:human|robot)|not a robot|verify (?:that )?you(?:'|’| a)re (?:a )?human|verifying you are human|unusual (?:traffic|activity)|robot check|human verification|security check|just a moment|checking (?:if the site|your browser)|press (?:&|and) hold|pardon our interruption|attention required|bist du ein mensch|sind sie ein mensch|kein roboter|sicherheits(?:überprüfung|prüfung)|ungewöhnliche(?:n|r)? (?:datenverkehr|aktivität)|vous êtes (?:un )?humain|pas un robot|no (?:soy|eres) un robot|verifica que eres humano|non sono un robot|não (?:sou|é) um robô|вы не робот|не робот|подтвердите, что вы|ви не робот|验证码|安全验证|人机验证|身份验证|滑动验证|拖动滑块|我不是机器人|ロボットではありません|私はロボットではない|로봇이 아닙니다|보안 ?문자|자동 ?입력 ?방지|robot değilim|geen robot|inte en robot|nie jestem robotem|nejsem robot|bukan robot|không phải là robot|لست برنامج روبوت/i;
const REFUSED =
  /access (?:to this page has been )?denied|forbidden|you (?:have been|are) blocked|too many requests|rate limit|request (?:blocked|unsuccessful)|temporarily (?:blocked|unavailable)|zugriff verweigert|zu viele anfragen|accès (?:refusé|interdit)|trop de requêtes|acceso (?:denegado|prohibido)|demasiadas solicitudes|accesso negato|troppe richieste|acesso negado|muitas solicitações|доступ (?:запрещ|ограничен|заблокирован)|слишком много запросов|доступ заборонено|访问(?:被拒绝|受限|过于频繁)|请求(?:过多|频繁)|操作(?:过于)?频繁|アクセスが(?:拒否|集中)|접근이 거부|요청이 너무 많|erişim engellendi|toegang geweigerd|åtkomst nekad|odmowa dostępu/i;
const LOGIN =
  /(?:log|sign) ?in (?:to|or)|please (?:log|sign) ?in|you (?:must|need to) (?:be )?(?:log|sign)|login required|melde dich an|bitte (?:melden|loggen)|anmelden, um|connectez-vous|identifiez-vous|inicia(?:r)? sesión|accedi (?:per|a)|effettua l.accesso|faça login|entre para|войдите|авторизуйтесь|увійдіть|登录后|请(?:先)?登录|登入後|ログインして|ログインが必要|로그인(?:이 필요|하세요|해 주세요)|giriş yap|log in om|inloggen om|zaloguj się/i;
const CHALLENGE =
  'iframe[src*="challenges.cloudflare.com"], iframe[src*="captcha-delivery.com"], iframe[src*="arkoselabs"], #challenge-form, #challenge-running, #challenge-stage, #px-captcha, .cf-challenge, img[src*="captcha" i], input[name*="captcha" i], form[class*="captcha" i]';
const DIALOG = '[role="dialog"], [role="alertdialog"], [aria-modal="true"], dialog[open]';

/**
 * @param records how many records the page shows
 * @returns what is in the way; on a page with records only what lies over them
 */
export function obstacleIn(document: Document, records: number): More["obstacle"] {
  if (records > 0) return overlaid(document);
  const text = document.body ? readText(document.body) : "";
  const told = `${line(document.title)}\n${headingsOf(document)}\n${text.length <= FEW ? text : ""}`;
  if (text.length <= FEW && document.querySelector(CHALLENGE)) return "captcha";
  if (text.length > FEW) return undefined;
  if (HUMAN.test(told)) return "captcha";
  if (REFUSED.test(`${line(document.title)}\n${headingsOf(document)}\n${text.slice(0, 300)}`)) return "refused";
  return document.querySelector('input[type="password" i]') && LOGIN.test(told) ? "login" : undefined;
}

function overlaid(document: Document): More["obstacle"] {
  for (const dialog of document.querySelectorAll(DIALOG)) {
    if (dialog.hasAttribute("hidden") || dialog.getAttribute("aria-hidden") === "true") continue;
    if (/display:\s*none/i.test(dialog.getAttribute("style") ?? "")) continue;
    const text = (dialog.textContent ?? "").length > FEW ? "" : readText(dialog);
    if (dialog.querySelector(CHALLENGE) || HUMAN.test(text)) return "captcha";
    if (LOGIN.test(text) && dialog.querySelector("input, a, button")) return "login";
  }
  return undefined;
}

function headingsOf(document: Document): string {
  return [...document.querySelectorAll("h1, h2")]
    .slice(0, 4)
    .map(({ textContent }) => line(textContent).slice(0, 200))
    .join("\n");
}
