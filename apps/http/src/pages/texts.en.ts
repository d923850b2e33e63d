import { clients } from './clients.en.ts';
import { signIn } from './sign-in-guides.en.ts';
import type { Texts } from './texts.ts';

export const texts: Texts = {
  title: 'Voxolib MCP: ask your AI about your calls',
  description: 'Connect Claude, ChatGPT, Mistral or any MCP client to your own Voxolib, VoIP.ms or Daktela account.',
  skip: 'Skip to the content',
  account: 'Your account',
  sections: 'Sections',
  otherLanguage: { language: 'fr', name: 'Français' },
  copy: { button: 'Copy', copied: 'Copied', failed: 'Selected: press Ctrl+C' },
  hero: {
    heading: 'Ask your AI about your calls',
    lead: 'This server connects Claude, ChatGPT, Mistral and any other MCP client to your own account: Voxolib, VoIP.ms or Daktela.',
    endpoint: 'Address of the MCP endpoint',
    transport: 'Streamable HTTP, with the header `Authorization: Bearer <access_token>`',
  },
  sample: {
    caption: 'An example, with invented figures',
    question: 'How many calls did our numbers receive in the first full week of March, and how many did we answer?',
    answer:
      'From 2 to 8 March 2026 (Europe/Paris) your numbers received **{total} calls**. **{answered}** were answered: {rate} of all calls. The busiest day was {busiest}.',
    chart: 'Calls per day, answered and not answered',
    answered: 'answered',
    unanswered: 'not answered',
  },
  about: {
    heading: 'What it does',
    points: [
      {
        heading: 'Your own account, read-only',
        text: 'Every answer comes from the account that your access token belongs to. The tools read aggregated statistics and change nothing; no single call and no caller’s number is shown.',
      },
      {
        heading: 'Figures that you can quote',
        text: 'Every day of the period is counted, also one without calls. Totals are computed by the server, in your time zone, not by the AI.',
      },
      {
        heading: 'Your token is relayed, never stored',
        text: 'It travels with each request to the Voxolib API, which alone judges it. This server neither stores nor logs it.',
      },
    ],
  },
  questions: {
    heading: 'What you can ask',
    intro: 'In your own words and your own language. For instance:',
    list: [
      {
        text: 'What share of our calls was answered last month, and is that better than a year ago?',
        tool: 'compare_periods',
      },
      { text: 'On which weekday did we miss most calls this quarter?', tool: 'call_stats' },
      { text: 'Which were the ten worst days of the last three years?', tool: 'call_stats' },
      { text: 'Was anything unusual last week?', tool: 'find_anomalies' },
      { text: 'Give me last month, day by day, as a file for my spreadsheet.', tool: 'export_calls' },
      { text: 'How many of our numbers are active, and how many are suspended?', tool: 'voxolib_dids' },
      { text: 'How many minutes were billed each month since January?', tool: 'voxolib_minutes_report' },
    ],
  },
  token: {
    heading: 'Your access token',
    intro: [
      'The token is made of your public key, a dot, and a signature made with your secret key. It does not expire: treat it like a password.',
      'You need a Voxolib API account with the **report** right for WCB (web call back), DID (inbound numbers) or both. Voxolib gives you its two keys.',
    ],
    publicKey: 'Public key',
    secretKey: 'Secret key',
    compute: 'Compute the token',
    clear: 'Clear',
    privacy:
      "Computed by your browser, in this page. Your secret key is sent nowhere: the page loads nothing from elsewhere, and its security policy (`connect-src 'none'`) leaves its script no connection.",
    noScript: 'The calculator needs JavaScript. Without it, use one of the ways below.',
    result: 'Access token',
    command: 'Ready for Claude Code',
    fill: 'Put the token into the examples of this page',
    done: 'The token is computed.',
    cleared: 'Keys and token are cleared.',
    errors: {
      emptyPublicKey: 'Enter your public key.',
      publicKey:
        'This public key cannot be right: it contains a space or a control character, or is too long. Paste it again.',
      emptySecretKey: 'Enter your secret key.',
      secretKey:
        'This secret key cannot be right: it starts or ends with a space or a control character. Paste it again.',
      noWebCrypto:
        'Your browser computes signatures only on pages served over https (or on localhost). Use one of the ways below.',
      unknown: 'Your browser could not compute the token. Use one of the ways below.',
    },
    terminal: {
      heading: 'Or in a terminal',
      npx: 'With Node.js',
      python: 'With Python',
      openssl: 'With openssl (bash or zsh)',
      opensslLimit:
        '`openssl` receives the secret key as an argument, which other users of the same machine can see while it runs. On a shared machine, use one of the other two.',
    },
  },
  connect: {
    heading: 'Connect your AI',
    intro: 'Put your token in the place of `<access_token>`. Everything else is ready for this server.',
    local:
      'This deployment answers on your own machine only. Claude Code, Claude Desktop’s local way, VS Code and Cursor reach it; claude.ai, ChatGPT, Le Chat and the OpenAI API connect from their own servers and do not.',
    more: 'Good to know',
    clients,
    signIn,
  },
  tools: {
    heading: 'The tools',
    intro: 'What this deployment offers to your AI, which chooses among them by itself.',
    groups: { reports: 'For every account', voxolib: 'Voxolib', voipms: 'VoIP.ms', daktela: 'Daktela' },
    readOnly: 'read-only',
    arguments: 'Arguments',
    noArguments: 'No argument.',
    required: 'required',
    optional: 'optional',
    default: 'default',
    types: {
      date: 'date',
      text: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'yes or no',
      object: 'object',
      any: 'any value',
      choice: 'one of',
      list: 'list:',
    },
    translations: {},
  },
  trouble: {
    heading: 'When something fails',
    list: [
      {
        heading: '401: the token is refused',
        text: 'It is missing, cut short, or not valid for Voxolib. Compute it again and copy the whole line. Some clients keep an old header: remove the server, then add it again.',
      },
      {
        heading: 'The report right is missing',
        text: 'Voxolib answers only for the products whose **report** right your account has. Ask Voxolib to open it for WCB or DID.',
      },
      {
        heading: 'The period is refused',
        text: 'No period reaches into the future. Statistics, comparisons and exports cover up to five years; the daily reports of one product cover 90 days.',
      },
      {
        heading: 'The AI does not use the tools',
        text: 'Check that the server is switched on in the conversation, and name it in your question: “With Voxolib, how many…”.',
      },
    ],
    health: 'Is the server up?',
  },
  footer: { version: 'Version', connect: 'Does this deployment work?', health: 'State of the server' },
};
