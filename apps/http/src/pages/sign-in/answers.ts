import type { SignInRequest } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountName } from '../../accounts/credentials.ts';
import type { Assets } from '../assets.ts';
import { preferredLanguage } from '../language.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { renderConsentPage } from './consent-page.tsx';
import type { SignInProblem } from './credential-forms.tsx';
import type { PageContext } from './frame.tsx';
import { renderNoticePage } from './notice-page.tsx';
import { renderSignInPage } from './sign-in-page.tsx';
import { type NoticeName, signInTexts } from './texts.ts';

/** Sends the pages of a sign-in, in the language of the reader. */
export interface Answers {
  signIn(asked: SignInRequest, problem?: SignInProblem): FastifyReply;
  consent(asked: SignInRequest, credential: string, ticked?: readonly string[]): FastifyReply;
  notice(name: NoticeName): FastifyReply;
  addresses(asked: SignInRequest): Addresses;
}

export function answersTo({ assets, host }: { assets: Assets; host: string }) {
  return (request: FastifyRequest, reply: FastifyReply): Answers => {
    /** `?lang=` first, then what the client says of the person, then the browser. */
    const languageFor = (locales: readonly string[] = []) =>
      preferredLanguage(request.query, [...locales, request.headers['accept-language'] ?? ''].join(','));
    const contextFor = (locales?: readonly string[]): PageContext => {
      const language = languageFor(locales);
      reply.header('content-language', language);
      return { language, texts: signInTexts[language], assets, host };
    };
    const addresses = (asked: SignInRequest) => addressesOf(asked.uid, languageFor(asked.locales));
    const send = (html: string) => reply.type('text/html; charset=utf-8').send(html);

    return {
      addresses,
      signIn: (asked, problem) =>
        send(
          renderSignInPage({
            ...contextFor(asked.locales),
            request: asked,
            addresses: addresses(asked),
            ...(problem && { problem }),
          }),
        ),
      consent: (asked, credential, ticked = asked.scopes) =>
        send(
          renderConsentPage({
            ...contextFor(asked.locales),
            request: asked,
            addresses: addresses(asked),
            account: accountName(credential),
            ticked,
          }),
        ),
      notice: (name) => send(renderNoticePage({ ...contextFor(), notice: name })),
    };
  };
}
