import { definePermission } from '../access/permission.ts';
import { scopeForPurpose } from '../access/scope.ts';

/** For oneself: whether and how often one gets news by mail. */
export const chooseNews = definePermission({
  verb: 'news.subscribe',
  title: 'choose whether to get news by mail',
  about: 'site',
  class: 'own account',
  who: 'signed-in',
});

/** Sending news to those who chose it, and ending it by the link in a letter: in nobody's name. */
export const newsTask = <const V extends `news.${string}`>(verb: V, ip: string | null = null) =>
  scopeForPurpose('news', verb, { ip });
