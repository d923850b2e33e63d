import type { SignInTexts } from './texts.ts';

export const texts: SignInTexts = {
  otherLanguage: { language: 'fr', name: 'Français' },
  skip: 'Skip to the content',
  problem: 'Problem',
  client: {
    unnamed: 'An application without a name',
    heading: 'Who is asking',
    name: 'Application',
    returnsTo: 'Sends you back to',
    vouchedBy: 'Identified by',
    unverified:
      'Anyone can give an application any name. Go on only if you have just started this connection yourself and know this address.',
    local:
      'This application runs on **your own computer**. Any program there could have opened this page: go on only if you have just started this connection yourself, on this computer.',
  },
  signIn: {
    title: 'Sign in with Voxolib',
    heading: 'Sign in with your Voxolib account',
    lead: 'To connect an application, sign in with the two keys of your Voxolib API account. What it may do, you choose on the next page.',
    publicKey: 'Public key',
    secretKey: 'Secret key',
    submit: 'Sign in',
    privacy:
      'Your secret key stays in this page: your browser makes an access token with it, and only that token is sent, to this server, which checks it with Voxolib.',
    noScript:
      'Signing in with your keys needs JavaScript, because your secret key must not leave your browser. Without it, paste a ready access token below.',
    token: {
      summary: 'I have a ready access token',
      label: 'Access token',
      hint: 'Your public key, a dot and 64 hexadecimal digits.',
      submit: 'Sign in with this token',
    },
    voipms: {
      summary: 'I have a VoIP.ms account',
      username: 'VoIP.ms username',
      password: 'API password',
      hint: 'The e-mail address of your portal login, and the API password: not that of the portal. Set it in the portal under Main Menu, SOAP and REST/JSON API, where this server’s address must be allowed too. Both are sent to this server, which checks them with VoIP.ms.',
      submit: 'Sign in with VoIP.ms',
    },
    daktela: {
      summary: 'I have a Daktela account',
      url: 'Address of your Daktela',
      urlHint: 'As in your browser when you work with Daktela: for example `acme.daktela.com`.',
      username: 'Daktela username',
      password: 'Daktela password',
      passwordHint:
        'They are sent to this server, which logs in to your Daktela with them, once, and forgets the password. What the log-in gave is kept instead.',
      or: 'Or, in place of username and password:',
      accessToken: 'Daktela access token',
      accessTokenHint: 'An API token, made for your user in the administration of Daktela.',
      submit: 'Sign in with Daktela',
    },
    cancel: 'Cancel',
    errors: {
      emptyPublicKey: 'Enter your public key.',
      publicKey:
        'This public key cannot be right: it contains a space or a control character, or is too long. Paste it again.',
      emptySecretKey: 'Enter your secret key.',
      secretKey:
        'This secret key cannot be right: it starts or ends with a space or a control character. Paste it again.',
      noWebCrypto:
        'Your browser computes signatures only on pages served over https (or on localhost). Use a ready access token below.',
      unknown: 'Your browser could not compute the token. Use a ready access token below.',
    },
    problems: {
      emptyToken: 'Paste your access token.',
      malformed:
        'This is not an access token. It consists of your public key, a dot and 64 hexadecimal digits, without spaces.',
      refused:
        'Voxolib does not know this account, or the secret key does not belong to it. Check both keys and try again.',
      tooMany: 'Too many attempts to sign in have failed. Try again in {seconds} s.',
      unavailable:
        'Voxolib does not answer at the moment, so that your token could not be checked. Nothing is wrong with your keys as far as we know: try again in a minute.',
      voipmsEmpty: 'Enter the username and the API password of your VoIP.ms account.',
      voipmsRefused:
        'VoIP.ms does not accept this username and password. Use the API password, not that of the portal, and try again.',
      voipmsClosed:
        'VoIP.ms does not let this server in: the API is switched off in your portal, or the address of this server is not on the list there. Both are under Main Menu, SOAP and REST/JSON API.',
      voipmsUnavailable:
        'VoIP.ms does not answer at the moment, so that your password could not be checked. Try again in a minute.',
      daktelaEmpty:
        'Enter the address of your Daktela, and your username and password, or an access token in their place.',
      daktelaAddress:
        'This is not an address of a Daktela that this server may talk to. It looks like `https://acme.daktela.com`; for one at another address, ask whoever runs this server.',
      daktelaRefused:
        'Your Daktela does not accept this username and password, or this access token. Check the address as well, and try again.',
      daktelaUnavailable:
        'Your Daktela does not answer at the moment, or there is none at this address. Check the address, and try again in a minute.',
      over: 'Some time has passed since you signed in. Please sign in again.',
    },
  },
  consent: {
    title: 'Allow access',
    heading: 'What may {client} do?',
    account: 'Your account:',
    otherAccount: 'Use another account',
    scopes: 'It asks to be allowed to:',
    scopesHint: 'Untick what it is not to do.',
    none: 'Tick at least one thing that it may do, or choose “Deny”.',
    after: 'When you allow it, you are sent back to {host}.',
    kept: 'Your access token is then kept here, sealed so that it opens only together with a key that the application holds. You can disconnect it at any time at `{account}`.',
    allow: 'Allow',
    deny: 'Deny',
  },
  scopes: {
    'mcp.stats.read': {
      label: 'Read your call statistics',
      detail: 'Calls per day and per status, comparisons, exports. No single call, no caller’s number.',
    },
    'mcp.inventory.read': {
      label: 'See how many numbers you have',
      detail: 'How many of them are active, suspended or other.',
    },
    'mcp.billing.read': { label: 'Read your billed minutes', detail: 'Minutes per period, as they are billed.' },
    'mcp.pricing.read': { label: 'Read prices', detail: 'What numbers and calls cost.' },
    'mcp.docs.read': { label: 'Read the documentation', detail: 'Help and guides, nothing of your account.' },
    'mcp.account.read': {
      label: 'Read your lines and balance',
      detail: 'Sub-accounts without passwords, and what is left on a prepaid account.',
    },
    'mcp.calls.read': {
      label: 'Read your single calls',
      detail: 'Callers’ numbers, recordings and transcripts: personal data of the people who call you.',
    },
    'mcp.phonebook.read': { label: 'Read your phonebook', detail: 'Names and numbers of your contacts.' },
    'mcp.phonebook.write': {
      label: 'Change your phonebook',
      detail: 'Add, change and delete contacts.',
      changes: true,
    },
    'mcp.callflows.read': { label: 'Read your call flows', detail: 'How your incoming calls are handled.' },
    'mcp.callflows.draft': {
      label: 'Prepare call flows',
      detail: 'Write drafts that take effect only when you approve them.',
    },
    'mcp.orders.draft': { label: 'Prepare orders', detail: 'Fill a basket. Nothing is bought without you.' },
    'mcp.numbers.purchase': {
      label: 'Buy numbers',
      detail: 'Order telephone numbers, which costs money.',
      changes: true,
    },
    'mcp.routing.write': {
      label: 'Change where your calls go',
      detail: 'Route numbers elsewhere, which can make you unreachable.',
      changes: true,
    },
    'mcp.messaging.send': {
      label: 'Send messages',
      detail: 'Send text messages in your name, which costs money.',
      changes: true,
    },
    'mcp.contactcenter.read': {
      label: 'Read your contact centre',
      detail: 'Tickets, conversations and agents, with personal data of your customers.',
    },
  },
  changes: 'makes changes',
  notices: {
    expired: {
      heading: 'This sign-in is over',
      text: 'It took too long, was already used, or was begun in another browser. Go back to your AI application and connect it again.',
    },
    refused: {
      heading: 'This form did not come from our page',
      text: 'Nothing was done. If you were about to sign in, go back to your AI application and connect it again.',
    },
    failed: {
      heading: 'Something went wrong here',
      text: 'It is not your fault, and nothing was allowed. Go back to your AI application and connect it again in a minute.',
    },
  },
};
