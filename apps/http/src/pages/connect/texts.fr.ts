import { withFrenchSpacing } from '../french-spacing.ts';
import type { ConnectPageTexts } from './texts.ts';

export const texts: ConnectPageTexts = withFrenchSpacing({
  title: 'Connecter un client · Voxolib MCP',
  description:
    'Comment connecter un client IA à ce serveur, et si le serveur est joignable comme les clients en ont besoin.',
  heading: 'Connecter votre IA',
  lead: "Choisissez votre client, copiez ce qu'il lui faut, et voyez plus bas si ce déploiement est tel que les clients le veulent.",
  address: 'Adresse du serveur',
  choose: 'Quel client ?',
  chosen: 'Que faire',
  documentation: 'Tous les clients, les outils et le jeton sont sur la page de documentation.',
  check: {
    heading: 'Ce déploiement fonctionne-t-il ?',
    well: "Oui : vu de l'extérieur, tout est tel que les clients connus le veulent.",
    warnings: 'Oui, avec des réserves : {count} à regarder.',
    problems: 'Pas pour tous les clients : {count} à corriger.',
    when: "Regardé à {time}, par l'adresse publique ; de nouveau après 30 secondes au plus tôt.",
    levels: { ok: 'OK', warning: 'Réserve', problem: 'Problème' },
    forOperator: "Pour l'exploitant :",
    clients: "Peuvent-ils s'identifier ?",
    services: 'Ce sur quoi il repose',
    database: 'Base de données',
    redis: 'Redis',
    answers: 'Répond.',
    silent: "Ne répond pas. L'exploitant en voit la raison avec la commande doctor.",
  },
  request: {
    heading: 'Votre propre requête',
    intro: "Telle qu'elle est arrivée au serveur. Si l'adresse n'est pas la vôtre, un mandataire parle pour vous.",
    scheme: 'Protocole',
    host: 'Hôte',
    address: 'Votre adresse',
    proxy: 'Mandataire',
    proxies: {
      none: 'aucun qui le dise',
      trusted: 'un que le serveur connaît',
      untrusted: 'un que le serveur ne connaît pas',
    },
    clock: 'Horloge du serveur',
  },
});
