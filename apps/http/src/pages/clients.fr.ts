import type { ClientId, ClientTexts } from './texts.ts';

export const clients: Record<ClientId, ClientTexts> = {
  'claude-code': {
    name: 'Claude Code',
    steps: ['Lancez cette ligne dans un terminal. `claude mcp list` montre ensuite le serveur comme connecté.'],
    limits: [
      'Le serveur est ajouté pour le projet en cours ; avec `--scope user`, pour tous vos projets.',
      'La ligne, jeton compris, reste dans l’historique de votre terminal.',
    ],
    example: 'Commande pour Claude Code',
  },
  'claude-connector': {
    name: 'Claude Desktop et claude.ai : connecteur',
    steps: [
      'Ouvrez **Paramètres → Connecteurs → Ajouter un connecteur personnalisé** et collez l’adresse ci-dessous.',
      'Sous **En-têtes de requête** (« Request headers »), ajoutez `Authorization` avec la valeur `Bearer <access_token>`.',
    ],
    limits: [
      'Tout le monde n’a pas encore ces **en-têtes de requête** : Anthropic les ouvre d’abord aux comptes Pro, Max et Team. Sans eux, le formulaire ne connaît qu’OAuth, que ce serveur n’offre pas : passez par Claude Desktop sur votre ordinateur, ci-dessous. Ne mettez jamais le jeton dans l’adresse.',
      'Claude se connecte depuis les serveurs d’Anthropic, qui gardent alors votre jeton avec le connecteur.',
    ],
    example: 'Adresse pour le connecteur',
  },
  'claude-desktop': {
    name: 'Claude Desktop : sur votre ordinateur',
    steps: [
      'Installez Node.js 22 ou plus récent.',
      'Ouvrez **Paramètres → Développeur → Modifier la config**, ajoutez ceci à `claude_desktop_config.json`, puis redémarrez Claude Desktop.',
    ],
    limits: [
      'Le programme tourne sur votre ordinateur avec les mêmes outils et s’adresse directement à l’API Voxolib, sans passer par ce serveur.',
      'Claude Desktop ne lit pas dans ce fichier l’adresse d’un serveur distant.',
    ],
    example: 'Configuration pour Claude Desktop',
  },
  'openai-api': {
    name: 'API OpenAI',
    steps: [
      'Avec l’API Responses, ajoutez ceci à `tools`. Dans le SDK Agents, c’est le `tool_config` d’un `HostedMCPTool`.',
    ],
    limits: [
      'Donnez l’en-tête à chaque requête : OpenAI ne le garde pas.',
      '`"require_approval": "never"` est sans risque ici, puisque les outils ne font que lire.',
    ],
    example: 'Définition d’outil pour l’API OpenAI',
  },
  chatgpt: {
    name: 'ChatGPT',
    steps: [
      'Ouvrez **Paramètres → Applications** (auparavant **Connecteurs**) **→ Paramètres avancés** et activez le **mode développeur**.',
      'Créez une application avec l’adresse ci-dessous. Si le formulaire propose un jeton ou une clé d’API, collez-y votre jeton.',
    ],
    limits: [
      'La plupart des comptes n’ont le choix qu’entre OAuth et l’absence d’authentification, sans champ pour un en-tête. ChatGPT ne peut alors pas atteindre votre compte par ce serveur : prenez l’API OpenAI ou un autre client de cette page.',
    ],
    example: 'Adresse pour ChatGPT',
  },
  'copilot-studio': {
    name: 'Microsoft Copilot Studio',
    steps: [
      'Dans votre agent, ouvrez **Outils → Ajouter un outil → Nouvel outil → Model Context Protocol** et collez l’adresse ci-dessous.',
      'Comme authentification, choisissez la **clé d’API**, dans un **en-tête** nommé `Authorization`, avec la valeur `Bearer <access_token>`.',
    ],
    limits: [
      'Toute personne qui se sert de l’agent interroge avec votre jeton, et voit donc les statistiques de votre compte.',
    ],
    example: 'Adresse pour Copilot Studio',
  },
  'le-chat': {
    name: 'Mistral Le Chat',
    steps: [
      'Ouvrez **Connecteurs → Ajouter un connecteur → Connecteur MCP personnalisé**. Il faut être administrateur de l’espace.',
      'Choisissez un nom sans espace, `voxolib` par exemple, et collez l’adresse ci-dessous.',
      'Comme authentification, choisissez le jeton HTTP Bearer et collez votre jeton.',
    ],
    limits: [
      'Toute personne avec qui le connecteur est partagé interroge avec votre jeton, et voit donc les statistiques de votre compte.',
      'Si le formulaire ne demande aucun jeton, votre version n’a pas de champ pour lui : prenez le SDK, ci-dessous.',
    ],
    example: 'Adresse pour Le Chat',
  },
  'mistral-sdk': {
    name: 'SDK Mistral (API Agents)',
    steps: [
      'Installez `mistralai[agents]`, et mettez vos deux secrets dans `MISTRAL_API_KEY` et `VOXOLIB_ACCESS_TOKEN`.',
      'Là où une configuration a plutôt `mcp_servers`, donnez-lui le transport `streamable-http`, cette adresse et le même en-tête.',
    ],
    limits: ['Le SDK tourne chez vous : les serveurs de Mistral ne voient pas votre jeton.'],
    example: 'Programme Python pour le SDK Mistral',
  },
  'vs-code': {
    name: 'VS Code',
    steps: ['Mettez ceci dans `.vscode/mcp.json`. VS Code demande le jeton une fois et le garde hors du fichier.'],
    limits: [],
    example: 'Configuration pour VS Code',
  },
  'other-clients': {
    name: 'Cursor et autres clients',
    steps: ['La plupart des clients lisent cette forme ; pour Cursor, elle va dans `~/.cursor/mcp.json`.'],
    limits: ['Le jeton figure dans le fichier : ne le versionnez pas.'],
    example: 'Configuration pour Cursor et d’autres clients',
  },
};
