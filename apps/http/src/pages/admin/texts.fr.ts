import { withFrenchSpacing } from '../french-spacing.ts';
import type { AdminTexts } from './texts.ts';

export const texts: AdminTexts = withFrenchSpacing({
  otherLanguage: { language: 'en', name: 'English' },
  skip: 'Aller au contenu',
  problem: 'Problème',
  pages: { label: 'Administration', overview: "Vue d'ensemble", calls: 'Appels' },
  signedInAs: 'Connecté en tant que {who}',
  signOut: 'Se déconnecter',
  signIn: {
    title: 'Administration',
    heading: 'Administration',
    lead: 'Pour les exploitants de ce serveur. Chaque connexion et chaque export sont journalisés.',
    token: "Jeton d'administrateur",
    hint: 'La valeur de `ADMIN_TOKEN` de ce serveur.',
    submit: 'Se connecter',
    oidc: 'Se connecter avec votre organisation',
    wrong: "Ce n'est pas le jeton de ce serveur.",
    tooMany: 'Trop de tentatives de connexion ont échoué. Réessayez dans {seconds} s.',
  },
  arrived: { title: 'Connecté', text: 'Vous êtes connecté.', link: 'Continuer' },
  overview: { title: 'Administration', heading: "Vue d'ensemble" },
  record: {
    heading: 'Registre des appels',
    written: 'Le registre est tenu.',
    notWritten: '**Le registre ne peut pas être tenu.** Les appels qui changent quelque chose sont refusés.',
    never: "Ce processus n'a pas vérifié le registre depuis son démarrage.",
    running: 'Le registre est en cours de vérification.',
    reload: 'Regarder de nouveau',
    whole: '**Le registre est intact** : {calls} appels de {writers} processus, vérifiés le {time}.',
    broken: "**Le registre n'est pas intact**, selon la vérification du {time}.",
    failed: "La vérification n'a pas pu être terminée. Le journal du serveur dit où elle a échoué.",
    anchor: 'Dernier point de contrôle, à garder ailleurs',
    verify: 'Vérifier le registre',
    scope:
      "La vérification porte sur tous les comptes et tous les processus ; son résultat n'est gardé que par ce processus, jusqu'à son arrêt. `voxolib-mcp-http audit verify` fait la même chose.",
  },
  usage: {
    heading: 'Utilisation par formule',
    month: '{month} (UTC), tous comptes. Les appels faits avec un jeton Voxolib personnel ne sont pas comptés.',
    tier: 'Formule',
    accounts: 'Comptes',
    calls: 'Appels',
    over: 'Au-delà des appels inclus',
    cost: 'Coût',
    none: "Aucun appel n'a été compté ce mois-ci.",
  },
  alerts: {
    heading: 'Alertes',
    ownProcess:
      "De ce processus seul, depuis son démarrage : chaque processus surveille ses propres appels, et oublie ses alertes quand il s'arrête. Ce qui a été envoyé est dans votre canal.",
    noWebhook:
      "Nulle part où envoyer : `ALERT_WEBHOOK_URL` n'est pas défini, les alertes ne sont donc montrées qu'ici.",
    sent: 'Envoyées',
    failed: 'Non reçues par le webhook',
    heldBack: 'Retenues',
    none: 'Aucune alerte.',
    time: 'Heure',
    text: 'Alerte',
    outcome: 'État',
    outcomes: { noted: 'Montrée ici seulement', waiting: 'En route', sent: 'Envoyée', failed: 'Non envoyée' },
  },
  calls: {
    title: 'Appels',
    heading: 'Appels de tous les comptes',
    lead: 'Les exports contiennent les appels que demande le formulaire, les plus anciens en premier. Chaque export est journalisé avec votre nom.',
    exports: 'Exporter ces appels',
    csv: 'en CSV',
    jsonl: 'en JSONL',
  },
  notices: {
    refused: {
      heading: 'Ce formulaire ne vient pas de notre page',
      text: "Rien n'a été fait. Ouvrez de nouveau la page, et réessayez.",
    },
    notInGroup: {
      heading: 'Vous ne pouvez pas voir cette page',
      text: "Vous vous êtes connecté, mais vous n'êtes pas dans le groupe des administrateurs de ce serveur. Demandez à qui l'exploite.",
    },
    oidcFailed: {
      heading: "La connexion n'a pas marché",
      text: 'La connexion de votre organisation a été interrompue, a pris trop de temps, ou ne répond pas. Réessayez ; si elle échoue encore, le journal du serveur dit pourquoi.',
    },
    failed: {
      heading: "Quelque chose n'a pas marché ici",
      text: "Ce n'est pas votre faute. Réessayez dans une minute ; le journal du serveur dit où cela a échoué.",
    },
  },
  back: "Retour à l'administration",
});
