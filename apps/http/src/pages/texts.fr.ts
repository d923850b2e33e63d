import { clients } from './clients.fr.ts';
import { withFrenchSpacing } from './french-spacing.ts';
import { signIn } from './sign-in-guides.fr.ts';
import type { Texts } from './texts.ts';
import { toolTranslations } from './tools.fr.ts';

export const texts: Texts = withFrenchSpacing({
  title: 'Voxolib MCP : interrogez vos appels avec votre IA',
  description:
    'Reliez Claude, ChatGPT, Mistral ou tout autre client MCP à votre propre compte Voxolib, VoIP.ms ou Daktela.',
  skip: 'Aller au contenu',
  account: 'Votre compte',
  sections: 'Rubriques',
  otherLanguage: { language: 'en', name: 'English' },
  copy: { button: 'Copier', copied: 'Copié', failed: 'Sélectionné : appuyez sur Ctrl+C' },
  hero: {
    heading: 'Interrogez vos appels avec votre IA',
    lead: 'Ce serveur relie Claude, ChatGPT, Mistral et tout autre client MCP à votre propre compte : Voxolib, VoIP.ms ou Daktela.',
    endpoint: 'Adresse du point d’accès MCP',
    transport: 'Streamable HTTP, avec l’en-tête `Authorization: Bearer <access_token>`',
  },
  sample: {
    caption: 'Un exemple, avec des chiffres inventés',
    question:
      'Combien d’appels nos numéros ont-ils reçus pendant la première semaine complète de mars, et combien ont été pris ?',
    answer:
      'Du 2 au 8 mars 2026 (Europe/Paris), vos numéros ont reçu **{total} appels**. **{answered}** ont été pris, soit {rate} du total. Le jour le plus chargé a été le {busiest}.',
    chart: 'Appels par jour, pris et non pris',
    answered: 'pris',
    unanswered: 'non pris',
  },
  about: {
    heading: 'Ce que fait ce serveur',
    points: [
      {
        heading: 'Votre compte, en lecture seule',
        text: 'Chaque réponse vient du compte auquel appartient votre jeton. Les outils lisent des statistiques agrégées et ne modifient rien ; aucun appel isolé, aucun numéro d’appelant n’est montré.',
      },
      {
        heading: 'Des chiffres que vous pouvez citer',
        text: 'Chaque jour de la période est compté, même sans appel. Les totaux sont calculés par le serveur, dans votre fuseau horaire, et non par l’IA.',
      },
      {
        heading: 'Votre jeton est relayé, jamais conservé',
        text: 'Il accompagne chaque requête vers l’API Voxolib, seule juge de sa validité. Ce serveur ne l’enregistre pas et ne l’écrit dans aucun journal.',
      },
    ],
  },
  questions: {
    heading: 'Ce que vous pouvez demander',
    intro: 'Avec vos mots, dans votre langue. Par exemple :',
    list: [
      {
        text: 'Quelle part de nos appels a été prise le mois dernier, et est-ce mieux qu’il y a un an ?',
        tool: 'compare_periods',
      },
      { text: 'Quel jour de la semaine avons-nous manqué le plus d’appels ce trimestre ?', tool: 'call_stats' },
      { text: 'Quels ont été les dix pires jours des trois dernières années ?', tool: 'call_stats' },
      { text: 'Y a-t-il eu quelque chose d’inhabituel la semaine dernière ?', tool: 'find_anomalies' },
      { text: 'Donne-moi le mois dernier, jour par jour, dans un fichier pour mon tableur.', tool: 'export_calls' },
      { text: 'Combien de nos numéros sont actifs, et combien sont suspendus ?', tool: 'voxolib_dids' },
      { text: 'Combien de minutes ont été facturées chaque mois depuis janvier ?', tool: 'voxolib_minutes_report' },
    ],
  },
  token: {
    heading: 'Votre jeton d’accès',
    intro: [
      'Le jeton se compose de votre clé publique, d’un point et d’une signature faite avec votre clé secrète. Il n’expire pas : traitez-le comme un mot de passe.',
      'Il vous faut un compte API Voxolib ayant le droit **report** pour WCB (rappel web), DID (numéros entrants) ou les deux. Voxolib vous en remet les deux clés.',
    ],
    publicKey: 'Clé publique',
    secretKey: 'Clé secrète',
    compute: 'Calculer le jeton',
    clear: 'Effacer',
    privacy:
      "Le calcul se fait dans cette page, par votre navigateur. Votre clé secrète n’est envoyée nulle part : la page ne charge rien d’ailleurs, et sa politique de sécurité (`connect-src 'none'`) ne laisse aucune connexion à son script.",
    noScript: 'Le calcul demande JavaScript. Sans lui, choisissez l’une des méthodes ci-dessous.',
    result: 'Jeton d’accès',
    command: 'Prêt pour Claude Code',
    fill: 'Mettre le jeton dans les exemples de cette page',
    done: 'Le jeton est calculé.',
    cleared: 'Les clés et le jeton sont effacés.',
    errors: {
      emptyPublicKey: 'Saisissez votre clé publique.',
      publicKey:
        'Cette clé publique ne peut pas convenir : elle contient un espace ou un caractère de contrôle, ou elle est trop longue. Collez-la de nouveau.',
      emptySecretKey: 'Saisissez votre clé secrète.',
      secretKey:
        'Cette clé secrète ne peut pas convenir : elle commence ou finit par un espace ou un caractère de contrôle. Collez-la de nouveau.',
      noWebCrypto:
        'Votre navigateur ne calcule de signature que sur une page servie en https (ou sur localhost). Choisissez l’une des méthodes ci-dessous.',
      unknown: 'Votre navigateur n’a pas pu calculer le jeton. Choisissez l’une des méthodes ci-dessous.',
    },
    terminal: {
      heading: 'Ou dans un terminal',
      npx: 'Avec Node.js',
      python: 'Avec Python',
      openssl: 'Avec openssl (bash ou zsh)',
      opensslLimit:
        '`openssl` reçoit la clé secrète en argument, que les autres utilisateurs de la machine peuvent voir pendant l’exécution. Sur une machine partagée, préférez l’une des deux autres méthodes.',
    },
  },
  connect: {
    heading: 'Connecter votre IA',
    intro: 'Mettez votre jeton à la place de `<access_token>`. Tout le reste est prêt pour ce serveur.',
    local:
      'Ce serveur ne répond que sur votre propre machine. Claude Code, la méthode locale de Claude Desktop, VS Code et Cursor l’atteignent ; claude.ai, ChatGPT, Le Chat et l’API OpenAI se connectent depuis leurs serveurs et ne l’atteignent pas.',
    more: 'Bon à savoir',
    clients,
    signIn,
  },
  tools: {
    heading: 'Les outils',
    intro: 'Ce que ce serveur propose à votre IA, qui choisit elle-même parmi eux.',
    groups: { reports: 'Pour tous les comptes', voxolib: 'Voxolib', voipms: 'VoIP.ms', daktela: 'Daktela' },
    readOnly: 'lecture seule',
    arguments: 'Arguments',
    noArguments: 'Aucun argument.',
    required: 'obligatoire',
    optional: 'facultatif',
    default: 'par défaut',
    types: {
      date: 'date',
      text: 'texte',
      integer: 'nombre entier',
      number: 'nombre',
      boolean: 'oui ou non',
      object: 'objet',
      any: 'toute valeur',
      choice: 'au choix',
      list: 'liste :',
    },
    translations: toolTranslations,
  },
  trouble: {
    heading: 'En cas de difficulté',
    list: [
      {
        heading: '401 : le jeton est refusé',
        text: 'Il manque, il est tronqué, ou Voxolib ne le reconnaît pas. Calculez-le de nouveau et copiez la ligne entière. Certains clients gardent un ancien en-tête : retirez le serveur, puis ajoutez-le de nouveau.',
      },
      {
        heading: 'Le droit « report » manque',
        text: 'Voxolib ne répond que pour les produits dont votre compte a le droit **report**. Demandez à Voxolib de l’ouvrir pour WCB ou DID.',
      },
      {
        heading: 'La période est refusée',
        text: 'Aucune période ne va au-delà d’aujourd’hui. Les statistiques, les comparaisons et les exports couvrent jusqu’à cinq ans ; les rapports quotidiens d’un produit, 90 jours.',
      },
      {
        heading: 'L’IA n’utilise pas les outils',
        text: 'Vérifiez que le serveur est activé dans la conversation, et nommez-le dans votre question : « Avec Voxolib, combien… ».',
      },
    ],
    health: 'Le serveur répond-il ?',
  },
  footer: { version: 'Version', connect: 'Ce déploiement fonctionne-t-il ?', health: 'État du serveur' },
});
