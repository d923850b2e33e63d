import { withFrenchSpacing } from '../french-spacing.ts';
import type { SignInTexts } from './texts.ts';

export const texts: SignInTexts = withFrenchSpacing({
  otherLanguage: { language: 'en', name: 'English' },
  skip: 'Aller au contenu',
  problem: 'Problème',
  client: {
    unnamed: 'Une application sans nom',
    heading: 'Qui fait la demande',
    name: 'Application',
    returnsTo: 'Vous renvoie vers',
    vouchedBy: 'Identifiée par',
    unverified:
      'N’importe qui peut donner n’importe quel nom à une application. Ne continuez que si vous venez de lancer cette connexion vous-même et que vous connaissez cette adresse.',
    local:
      'Cette application tourne sur **votre propre ordinateur**. N’importe quel programme a pu y ouvrir cette page : ne continuez que si vous venez de lancer cette connexion vous-même, sur cet ordinateur.',
  },
  signIn: {
    title: 'Connexion avec Voxolib',
    heading: 'Connectez-vous avec votre compte Voxolib',
    lead: 'Pour relier une application, connectez-vous avec les deux clés de votre compte API Voxolib. Ce qu’elle pourra faire, vous le choisissez à la page suivante.',
    publicKey: 'Clé publique',
    secretKey: 'Clé secrète',
    submit: 'Se connecter',
    privacy:
      'Votre clé secrète reste dans cette page : votre navigateur en tire un jeton d’accès, et seul ce jeton est envoyé, à ce serveur, qui le vérifie auprès de Voxolib.',
    noScript:
      'La connexion avec vos clés demande JavaScript, car votre clé secrète ne doit pas quitter votre navigateur. Sans lui, collez ci-dessous un jeton d’accès déjà prêt.',
    token: {
      summary: 'J’ai déjà un jeton d’accès',
      label: 'Jeton d’accès',
      hint: 'Votre clé publique, un point et 64 chiffres hexadécimaux.',
      submit: 'Se connecter avec ce jeton',
    },
    voipms: {
      summary: 'J’ai un compte VoIP.ms',
      username: 'Identifiant VoIP.ms',
      password: 'Mot de passe de l’API',
      hint: 'L’adresse e-mail de votre accès au portail, et le mot de passe de l’API : pas celui du portail. Il se définit dans le portail, sous Main Menu, SOAP and REST/JSON API, où l’adresse de ce serveur doit aussi être autorisée. Les deux sont envoyés à ce serveur, qui les vérifie auprès de VoIP.ms.',
      submit: 'Se connecter avec VoIP.ms',
    },
    daktela: {
      summary: 'J’ai un compte Daktela',
      url: 'Adresse de votre Daktela',
      urlHint: 'Celle que montre votre navigateur quand vous travaillez avec Daktela : par exemple `acme.daktela.com`.',
      username: 'Identifiant Daktela',
      password: 'Mot de passe Daktela',
      passwordHint:
        'Ils sont envoyés à ce serveur, qui se connecte avec eux à votre Daktela, une seule fois, et oublie le mot de passe. Ce que la connexion a donné est conservé à sa place.',
      or: 'Ou, à la place de l’identifiant et du mot de passe :',
      accessToken: 'Jeton d’accès Daktela',
      accessTokenHint: 'Un jeton d’API, créé pour votre utilisateur dans l’administration de Daktela.',
      submit: 'Se connecter avec Daktela',
    },
    cancel: 'Annuler',
    errors: {
      emptyPublicKey: 'Saisissez votre clé publique.',
      publicKey:
        'Cette clé publique ne peut pas convenir : elle contient un espace ou un caractère de contrôle, ou elle est trop longue. Collez-la de nouveau.',
      emptySecretKey: 'Saisissez votre clé secrète.',
      secretKey:
        'Cette clé secrète ne peut pas convenir : elle commence ou finit par un espace ou un caractère de contrôle. Collez-la de nouveau.',
      noWebCrypto:
        'Votre navigateur ne calcule de signature que sur une page servie en https (ou sur localhost). Utilisez ci-dessous un jeton déjà prêt.',
      unknown: 'Votre navigateur n’a pas pu calculer le jeton. Utilisez ci-dessous un jeton déjà prêt.',
    },
    problems: {
      emptyToken: 'Collez votre jeton d’accès.',
      malformed:
        'Ceci n’est pas un jeton d’accès. Il se compose de votre clé publique, d’un point et de 64 chiffres hexadécimaux, sans espace.',
      refused:
        'Voxolib ne connaît pas ce compte, ou la clé secrète n’est pas la sienne. Vérifiez les deux clés et réessayez.',
      tooMany: 'Trop de tentatives de connexion ont échoué. Réessayez dans {seconds} s.',
      unavailable:
        'Voxolib ne répond pas pour le moment : votre jeton n’a pas pu être vérifié. Rien n’indique que vos clés soient en cause : réessayez dans une minute.',
      voipmsEmpty: 'Saisissez l’identifiant et le mot de passe de l’API de votre compte VoIP.ms.',
      voipmsRefused:
        'VoIP.ms n’accepte pas cet identifiant et ce mot de passe. Utilisez le mot de passe de l’API, pas celui du portail, et réessayez.',
      voipmsClosed:
        'VoIP.ms ne laisse pas entrer ce serveur : l’API est désactivée dans votre portail, ou l’adresse de ce serveur n’y est pas autorisée. Les deux se règlent sous Main Menu, SOAP and REST/JSON API.',
      voipmsUnavailable:
        'VoIP.ms ne répond pas pour le moment : votre mot de passe n’a pas pu être vérifié. Réessayez dans une minute.',
      daktelaEmpty:
        'Saisissez l’adresse de votre Daktela, puis votre identifiant et votre mot de passe, ou un jeton d’accès à leur place.',
      daktelaAddress:
        'Ce n’est pas l’adresse d’un Daktela auquel ce serveur a le droit de parler. Elle ressemble à `https://acme.daktela.com` ; pour une autre adresse, demandez à qui gère ce serveur.',
      daktelaRefused:
        'Votre Daktela n’accepte pas cet identifiant et ce mot de passe, ou ce jeton d’accès. Vérifiez aussi l’adresse et réessayez.',
      daktelaUnavailable:
        'Votre Daktela ne répond pas pour le moment, ou il n’y en a pas à cette adresse. Vérifiez l’adresse et réessayez dans une minute.',
      over: 'Du temps a passé depuis votre connexion. Connectez-vous de nouveau.',
    },
  },
  consent: {
    title: 'Autoriser l’accès',
    heading: 'Que peut faire {client} ?',
    account: 'Votre compte :',
    otherAccount: 'Utiliser un autre compte',
    scopes: 'L’application demande à pouvoir :',
    scopesHint: 'Décochez ce qu’elle ne doit pas faire.',
    none: 'Cochez au moins une chose que l’application peut faire, ou choisissez « Refuser ».',
    after: 'Si vous acceptez, vous serez renvoyé vers {host}.',
    kept: 'Votre jeton d’accès est alors conservé ici, scellé de sorte qu’il ne s’ouvre qu’avec une clé que détient l’application. Vous pouvez la déconnecter à tout moment sur `{account}`.',
    allow: 'Autoriser',
    deny: 'Refuser',
  },
  scopes: {
    'mcp.stats.read': {
      label: 'Lire vos statistiques d’appels',
      detail: 'Appels par jour et par statut, comparaisons, exports. Aucun appel isolé, aucun numéro d’appelant.',
    },
    'mcp.inventory.read': {
      label: 'Voir combien de numéros vous avez',
      detail: 'Combien sont actifs, suspendus ou autres.',
    },
    'mcp.billing.read': { label: 'Lire vos minutes facturées', detail: 'Minutes par période, telles que facturées.' },
    'mcp.pricing.read': { label: 'Lire les tarifs', detail: 'Ce que coûtent les numéros et les appels.' },
    'mcp.docs.read': { label: 'Lire la documentation', detail: 'Aide et guides, rien de votre compte.' },
    'mcp.account.read': {
      label: 'Lire vos lignes et votre solde',
      detail: 'Les sous-comptes sans mots de passe, et ce qui reste sur un compte prépayé.',
    },
    'mcp.calls.read': {
      label: 'Lire vos appels un par un',
      detail:
        'Numéros d’appelants, enregistrements et transcriptions : données personnelles de ceux qui vous appellent.',
    },
    'mcp.phonebook.read': { label: 'Lire votre annuaire', detail: 'Noms et numéros de vos contacts.' },
    'mcp.phonebook.write': {
      label: 'Modifier votre annuaire',
      detail: 'Ajouter, modifier et supprimer des contacts.',
      changes: true,
    },
    'mcp.callflows.read': { label: 'Lire vos scénarios d’appel', detail: 'Comment vos appels entrants sont traités.' },
    'mcp.callflows.draft': {
      label: 'Préparer des scénarios d’appel',
      detail: 'Écrire des brouillons, sans effet tant que vous ne les approuvez pas.',
    },
    'mcp.orders.draft': { label: 'Préparer des commandes', detail: 'Remplir un panier. Rien n’est acheté sans vous.' },
    'mcp.numbers.purchase': {
      label: 'Acheter des numéros',
      detail: 'Commander des numéros de téléphone, ce qui coûte de l’argent.',
      changes: true,
    },
    'mcp.routing.write': {
      label: 'Modifier la destination de vos appels',
      detail: 'Renvoyer des numéros ailleurs, ce qui peut vous rendre injoignable.',
      changes: true,
    },
    'mcp.messaging.send': {
      label: 'Envoyer des messages',
      detail: 'Envoyer des SMS en votre nom, ce qui coûte de l’argent.',
      changes: true,
    },
    'mcp.contactcenter.read': {
      label: 'Lire votre centre de contacts',
      detail: 'Tickets, conversations et agents, avec des données personnelles de vos clients.',
    },
  },
  changes: 'effectue des changements',
  notices: {
    expired: {
      heading: 'Cette connexion n’est plus valable',
      text: 'Elle a pris trop de temps, a déjà servi, ou a commencé dans un autre navigateur. Retournez dans votre application d’IA et reliez-la de nouveau.',
    },
    refused: {
      heading: 'Ce formulaire ne vient pas de notre page',
      text: 'Rien n’a été fait. Si vous vouliez vous connecter, retournez dans votre application d’IA et reliez-la de nouveau.',
    },
    failed: {
      heading: 'Quelque chose n’a pas marché ici',
      text: 'Ce n’est pas votre faute, et rien n’a été autorisé. Retournez dans votre application d’IA et reliez-la de nouveau dans une minute.',
    },
  },
});
