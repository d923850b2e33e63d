import type { SignInGuideTexts } from './texts.ts';

const signInHere =
  'Une page de ce serveur s’ouvre : identifiez-vous avec les deux clés de votre compte Voxolib, et choisissez ce que le client peut voir.';

export const signIn: SignInGuideTexts = {
  intro:
    'Donnez à votre client l’adresse seule : il vous envoie vous identifier ici, et vous choisissez ce qu’il peut voir. Un jeton à la place de `<access_token>` est pour ceux qui ne le savent pas.',
  withToken: 'Avec un jeton au lieu de s’identifier',
  clients: {
    'claude-code': {
      steps: [
        'Lancez cette ligne dans un terminal.',
        'Dans Claude Code, tapez `/mcp`, choisissez le serveur, puis **Authenticate**.',
        signInHere,
      ],
      limits: ['Le serveur est ajouté pour le projet en cours ; avec `--scope user`, pour tous vos projets.'],
    },
    'claude-connector': {
      steps: [
        'Ouvrez **Paramètres → Connecteurs → Ajouter un connecteur personnalisé** et collez l’adresse ci-dessous. Laissez les autres champs tels quels.',
        'Choisissez **Connecter** à côté du nouveau connecteur.',
        signInHere,
      ],
      limits: ['Un connecteur ajouté sur claude.ai se retrouve dans Claude Desktop et sur le téléphone.'],
    },
    chatgpt: {
      steps: [
        'Ouvrez **Paramètres → Applications** (auparavant **Connecteurs**) **→ Paramètres avancés** et activez le **mode développeur**.',
        'Créez une application avec l’adresse ci-dessous, et **OAuth** comme authentification.',
        signInHere,
      ],
      limits: ['C’est OpenAI qui dit quels abonnements ont le mode développeur, et cela change.'],
    },
    'copilot-studio': {
      steps: [
        'Dans votre agent, ouvrez **Outils → Ajouter un outil → Nouvel outil → Model Context Protocol** et collez l’adresse ci-dessous.',
        'Comme authentification, choisissez **OAuth 2.0 → Découverte dynamique**, puis créez la connexion.',
        signInHere,
      ],
      limits: ['Chaque utilisateur de l’agent s’identifie pour lui-même, si la connexion est réglée ainsi.'],
    },
    'le-chat': {
      steps: [
        'Ouvrez **Connecteurs → Ajouter un connecteur → Connecteur MCP personnalisé**, choisissez un nom sans espace, `voxolib` par exemple, et collez l’adresse ci-dessous.',
        'Le Chat trouve de lui-même qu’il faut s’identifier. Choisissez **Connecter**.',
        signInHere,
      ],
      limits: ['Il faut être administrateur de l’espace pour ajouter un connecteur.'],
    },
    'vs-code': {
      steps: [
        'Mettez ceci dans `.vscode/mcp.json`, et démarrez-y le serveur.',
        'VS Code demande s’il peut vous identifier : acceptez.',
        signInHere,
      ],
      limits: [],
    },
    'other-clients': {
      steps: [
        'Pour Cursor, ceci va dans `~/.cursor/mcp.json` ; la plupart des clients lisent cette forme.',
        'Dans Cursor, ouvrez **Settings → Tools & MCP** et choisissez **Connect** à côté du serveur.',
        signInHere,
      ],
      limits: [],
    },
  },
};
