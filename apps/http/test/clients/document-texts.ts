import type { DiscoveryStep, ResourceForm } from '../../src/clients/index.ts';
import { withFrenchSpacing } from '../../src/pages/french-spacing.ts';
import type { Language } from '../../src/pages/language.ts';
import type { RowName } from './document.ts';

interface DocumentTexts {
  opening: string;
  client: string;
  rows: Record<RowName, string>;
  passes: string;
  fails: string;
  columns: string;
  discovery: string;
  steps: Record<DiscoveryStep, string>;
  introductions: string;
  redirect: string;
  resource: string;
  forms: Record<ResourceForm, string>;
  noOrigin: string;
  emulated: string;
  known: string;
  closing: string;
}

export const documentTexts: Record<Language, DocumentTexts> = {
  en: {
    opening: `# Clients

*[En français](clients.fr.md)*

Written by \`apps/http/test/clients/emulated.test.ts\`, which fails when this page is not what it finds, and rewrites it with \`-u\`.

**What stands here is emulated.** The vendors' live products cannot be reached from a test. Each client is imitated from its documented
behaviour and from public reports, request by request, against the whole server over real HTTP: it finds the sign-in, makes itself known,
sends a person to the pages, trades the code, lists and calls tools, and refreshes. That proves that the server answers what the client is
known to ask; it does not prove that a vendor has changed nothing since. Menus have other names in some plans.`,
    client: 'Client',
    rows: {
      discovery: 'finds the sign-in',
      document: 'CIMD',
      registration: 'DCR',
      2025: '2025-11-25',
      2026: '2026-07-28',
      refresh: 'refresh',
      header: 'header',
    },
    passes: 'passes',
    fails: 'fails',
    columns: `- **finds the sign-in**: each address that the client looks at leads to the same resource and the same sign-in.
- **CIMD**, **DCR**: it makes itself known by a document or by registration, signs in once with each form of \`resource\` that it is known to
  send, with PKCE and a check of \`iss\`, and calls a tool. The documents are rebuilt from public reports, and given to the server by the test.
- **2025-11-25**, **2026-07-28**: it opens, lists and calls in this revision, with its \`Origin\`. Which one a vendor's product speaks today is
  its own affair, so that all are tried in both.
- **refresh**: three refreshes of one token at once get the same successor, and it works.
- **header**: a token given by hand, without signing in.

**–** means that the client is not known to do this. Where nobody has described a detail, the more demanding of the likely ones is tried.`,
    discovery: 'Looks at',
    steps: {
      challenge: 'the address that the 401 names',
      'path-suffixed': '`/.well-known/oauth-protected-resource/mcp`',
      root: '`/.well-known/oauth-protected-resource`',
    },
    introductions: 'Makes itself known by',
    redirect: 'Is sent back to',
    resource: '`resource`',
    forms: {
      exact: 'as it is',
      'trailing-slash': 'with a slash at the end',
      origin: 'the origin alone',
      absent: 'left out',
    },
    noOrigin: 'none',
    emulated: 'Emulated:',
    known: 'Known from (GitHub repositories with the number of the thread, or a page of the vendor):',
    closing: `## When a client does not connect

\`/connect\` of a deployment shows whether its metadata, its origins and its proxy are as these clients need them, and
\`voxolib-mcp-http doctor\` says what to change. Connect from a second client: when that works, the cause is in the first.`,
  },
  fr: withFrenchSpacing({
    opening: `# Clients

*[In English](clients.md)*

Écrit par \`apps/http/test/clients/emulated.test.ts\`, qui échoue quand cette page ne dit pas ce qu'il trouve, et la réécrit avec \`-u\`.

**Ce qui suit est émulé.** Les produits des éditeurs ne sont pas joignables depuis un test. Chaque client est imité d'après son comportement
documenté et des rapports publics, requête par requête, contre le serveur entier et par de vraies requêtes HTTP : il trouve la page
d'identification, se fait connaître, y envoie une personne, échange le code, liste et appelle les outils, et renouvelle son jeton. Cela prouve que le
serveur répond à ce que le client est connu pour demander, et non qu'un éditeur n'a rien changé depuis. Selon les abonnements, les menus portent
d'autres noms. Les sources sont dans la page anglaise.`,
    client: 'Client',
    rows: {
      discovery: "trouve l'identification",
      document: 'CIMD',
      registration: 'DCR',
      2025: '2025-11-25',
      2026: '2026-07-28',
      refresh: 'renouvellement',
      header: 'en-tête',
    },
    passes: 'réussi',
    fails: 'échoue',
    columns: `- **trouve l'identification** : chaque adresse que le client consulte mène à la même ressource et à la même identification.
- **CIMD**, **DCR** : il se fait connaître par un document ou par enregistrement, s'identifie une fois avec chaque forme de \`resource\` qu'on lui
  connaît, avec PKCE et vérification de \`iss\`, et appelle un outil. Les documents sont reconstruits d'après des rapports publics, et donnés au serveur par le test.
- **2025-11-25**, **2026-07-28** : il ouvre, liste et appelle dans cette révision, avec son \`Origin\`. Celle que parle aujourd'hui un produit ne
  dépend que de son éditeur ; tous sont donc essayés dans les deux.
- **renouvellement** : trois renouvellements simultanés d'un même jeton donnent le même successeur, et il fonctionne.
- **en-tête** : un jeton donné à la main, sans s'identifier.

**–** veut dire qu'on ne connaît pas ce comportement à ce client. Là où personne n'a décrit un détail, le plus exigeant des probables est essayé.`,
    discovery: 'Consulte',
    steps: {
      challenge: "l'adresse que nomme le 401",
      'path-suffixed': '`/.well-known/oauth-protected-resource/mcp`',
      root: '`/.well-known/oauth-protected-resource`',
    },
    introductions: 'Se fait connaître par',
    redirect: 'Est renvoyé à',
    resource: '`resource`',
    forms: {
      exact: 'telle quelle',
      'trailing-slash': 'avec une barre oblique à la fin',
      origin: "l'origine seule",
      absent: 'absente',
    },
    noOrigin: 'aucune',
    emulated: 'Émulé :',
    known: '',
    closing: `## Quand un client ne se connecte pas

La page \`/connect\` d'un déploiement montre si ses métadonnées, ses origines et son mandataire sont tels que ces clients les veulent, et
\`voxolib-mcp-http doctor\` dit quoi changer. Essayez avec un second client : si cela marche, la cause est dans le premier.`,
  }),
};
