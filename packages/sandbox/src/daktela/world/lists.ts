/** Short lists that people choose from. */
export const groups = [
  { name: 'groups_1', title: 'První linie', type: 'users' },
  { name: 'groups_2', title: 'Druhá linie', type: 'users' },
  { name: 'groups_3', title: 'Příchozí fronty', type: 'queues' },
  { name: 'groups_4', title: 'Obchodní kategorie', type: 'categories' },
  { name: 'groups_5', title: 'Vedoucí', type: 'profiles' },
] as const;

export interface Pause {
  name: string;
  title: string;
  type: string;
  paid: boolean;
  /** Seconds. */
  longest: number;
}

export const pauses: readonly Pause[] = [
  { name: 'pauses_1', title: 'Oběd', type: '', paid: false, longest: 1_800 },
  { name: 'pauses_2', title: 'Přestávka', type: '', paid: true, longest: 900 },
  { name: 'pauses_3', title: 'Školení', type: 'dnd', paid: true, longest: 14_400 },
  { name: 'pauses_4', title: 'Dokončování', type: 'wrap', paid: true, longest: 60 },
  { name: 'pauses_5', title: 'Neaktivita', type: 'lajdak', paid: false, longest: 0 },
];

export interface Template {
  name: string;
  title: string;
  format: 'RICH' | 'PLAIN';
  usingtype: string;
  subject: string;
  content: string;
}

const rows: readonly [title: string, usingtype: string, subject: string, content: string][] = [
  ['Poděkování', 'EMAIL', 'Děkujeme', '<p>Dobrý den,</p><p>děkujeme za Vaši zprávu.</p>'],
  ['Accusé de réception', 'EMAIL', 'Bien reçu', '<p>Bonjour,</p><p>nous avons bien reçu votre message.</p>'],
  ['Order sent', 'EMAIL', 'Your order is on its way', '<p>Hello,</p><p>your order has left our warehouse.</p>'],
  ['Potvrzení termínu', 'SMS', '', 'Potvrzujeme termín.'],
  ['Uvítání', 'CHAT', '', 'Dobrý den, jak mohu pomoci?'],
  ['Hodnocení chatu', 'CHAT_NPS', '', 'Jak jste byli spokojeni?'],
  ['Messenger', 'FBM', '', 'Hezký den, ozveme se.'],
  ['Instagram', 'IGDM', '', 'Děkujeme za zprávu.'],
  ['WhatsApp odpověď', 'WAP', '', 'Vaši zprávu jsme přijali.'],
  ['WhatsApp výzva', 'WAP_OUTGOING', '', 'Máme pro Vás novinku.'],
  ['Viber', 'VBR', '', 'Ozveme se.'],
  ['Podpis', 'EMAIL_SIGN', '', '<p>S pozdravem</p>'],
  ['Dotazník', 'EMAIL_NPS', 'Jak jsme si vedli?', '<p>Ohodnoťte nás.</p>'],
  ['Komentář', 'SOCIALMEDIA', '', 'Děkujeme, napište nám prosím zprávu.'],
  ['Osobní podpis', 'USERSIGN', '', '<p>Váš tým</p>'],
];

export const templates: readonly Template[] = rows.map(([title, usingtype, subject, content], index) => ({
  name: `templates_${index + 1}`,
  title,
  format: content.startsWith('<') ? 'RICH' : 'PLAIN',
  usingtype,
  subject,
  content,
}));

export interface Folder {
  name: string;
  title: string;
  parent: string | null;
}

export const folders: readonly Folder[] = [
  { name: 'folder_1', title: 'Opravy', parent: null },
  { name: 'folder_2', title: 'Konvice', parent: 'folder_1' },
  { name: 'folder_3', title: 'Tiskárny', parent: 'folder_1' },
  { name: 'folder_4', title: 'Fakturace', parent: null },
  { name: 'folder_5', title: 'Procédures en français', parent: null },
];

export const tags = ['konvice', 'reklamace', 'faktura', 'přihlášení', 'záruka', 'urgent'].map((title, index) => ({
  name: `tag_${index + 1}`,
  title,
}));

export interface Article {
  name: string;
  title: string;
  description: string;
  content: string;
  published: boolean;
  seen: number;
  folder: string;
  tags: readonly string[];
  created: number;
  edited: number;
  author: number;
}

const TITLES = ['Výměna konvice', 'Reset tiskárny', 'Oprava faktury', 'Přihlášení do aplikace', 'Échange d’un produit'];
const ARTICLES = 45;
const DAY_MS = 86_400_000;

export function createArticles(start: number): readonly Article[] {
  return Array.from({ length: ARTICLES }, (_, index) => {
    const title = `${TITLES[index % TITLES.length]} ${Math.floor(index / TITLES.length) + 1}`;
    const folder = folders[index % folders.length]?.name ?? 'folder_1';
    return {
      name: `articles_${index + 1}`,
      title,
      description: `Jak na to: ${title}`,
      content: `<h2>Postup</h2><ol><li>Ověřte číslo objednávky.</li><li>Postupujte podle <a href="/articles/update/articles_1">návodu</a>.</li></ol><p><img src="/file/obrazek.png" alt=""> ${title}</p>`,
      published: index % 8 !== 7,
      seen: (index * 37) % 211,
      folder,
      tags: [tags[index % tags.length]?.name ?? '', ...(index % 4 === 0 ? ['tag_5'] : [])],
      created: start + index * 3 * DAY_MS,
      edited: start + index * 5 * DAY_MS,
      author: index,
    };
  });
}
