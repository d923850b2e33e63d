/** The sentences of the command line in French, for its documents; the command itself speaks English. */
export const cliFrench: Readonly<Record<string, string>> = {
  'Web-call-back calls per day, by status': 'Les appels de rappel web par jour, selon leur statut',
  'The days of any period up to five years, with exact totals. Without a period: the last seven days.':
    'Les jours d’une période allant jusqu’à cinq ans, avec des totaux exacts. Sans période : les sept derniers jours.',
  'By name (yesterday, last_7_days, last_month, 2026-W14, 2026-03, 2026-Q3, 2026), or its first and last day':
    'Par son nom (yesterday, last_7_days, last_month, 2026-W14, 2026-03, 2026-Q3, 2026), ou son premier et son dernier jour',
  'IANA time zone that days are counted in': 'Fuseau horaire IANA dans lequel les jours sont comptés',
  'How the answer is printed': 'Forme de la réponse',
  'Ask a made-up account that this program brings along; no credential is needed':
    'Interroger un compte fictif fourni avec le programme ; aucun identifiant n’est nécessaire',
  'Calls to inbound numbers per day, by status': 'Les appels vers les numéros entrants par jour, selon leur statut',
  'How many inbound numbers the account has': 'Combien de numéros entrants a le compte',
  'Minutes per day, by kind of line': 'Les minutes par jour, selon le type de ligne',
  'Decimal minutes. The account needs the right to see them. Without a period: the last seven days.':
    'En minutes décimales. Le compte doit avoir le droit de les voir. Sans période : les sept derniers jours.',
  'wcb: web call back; did: inbound numbers': 'wcb : rappel web ; did : numéros entrants',
  'Totals, rates, best and worst day, and groups of any period':
    'Totaux, taux, meilleur et pire jour, et groupes d’une période',
  'The figures of the tool call_stats, of every account that has a credential. Without a period: the last 30 days. Group by day, week, month, quarter, year, weekday, product, status or family, or by two of them with a comma.':
    'Les chiffres de l’outil call_stats, pour tous les comptes dont il y a des identifiants. Sans période : les 30 derniers jours. Groupes : day, week, month, quarter, year, weekday, product, status ou family, ou deux d’entre eux séparés par une virgule.',
  'wcb or did of Voxolib, inbound or outbound of VoIP.ms, inbound, outbound or internal of Daktela, or all':
    'wcb ou did de Voxolib, inbound ou outbound de VoIP.ms, inbound, outbound ou internal de Daktela, ou all pour tous',
  'What is counted': 'Ce qui est compté',
  'One grouping, or two with a comma; none for totals alone':
    'Un groupement, ou deux séparés par une virgule ; none pour les totaux seuls',
  'Rank the groups by this figure': 'Classer les groupes selon ce chiffre',
  'Of a ranking': 'Ordre d’un classement',
  'Keep so many groups; the others are added up': 'Garder ce nombre de groupes ; les autres sont additionnés',
  'Leave groups of fewer calls out of a ranking': 'Laisser hors du classement les groupes de moins d’appels',
  'Compare a period with others: change of every figure, rates in points, what moved most':
    'Comparer une période à d’autres : évolution de chaque chiffre, taux en points, ce qui a le plus changé',
  'The figures of the tool compare_periods, of every account that has a credential. Without a period: this month so far, with the same days of the month before.':
    'Les chiffres de l’outil compare_periods, pour tous les comptes dont il y a des identifiants. Sans période : le mois en cours, avec les mêmes jours du mois précédent.',
  'Up to three with commas: previous, same_last_year, same_last_year_by_weekday, or periods by name or as two dates with a slash':
    'Jusqu’à trois, séparées par des virgules : previous, same_last_year, same_last_year_by_weekday, ou des périodes par leur nom ou deux dates séparées par une barre oblique',
  'Also compare group by group': 'Comparer aussi groupe par groupe',
  'A row for each day and product, as a file': 'Une ligne par jour et par produit, dans un fichier',
  'The file of the tool export_calls, to standard output or to a file; what it is, with its SHA-256, to standard error. Without a period: last month.':
    'Le fichier de l’outil export_calls, sur la sortie standard ou dans un fichier ; ce qu’il contient, avec son SHA-256, sur la sortie d’erreur. Sans période : le mois dernier.',
  'csv; csv_fr for French spreadsheets; jsonl: an object a line':
    'csv ; csv_fr pour les tableurs français ; jsonl : un objet par ligne',
  'Where it is saved; a file that is there already is left as it is':
    'Où l’enregistrer ; un fichier qui existe déjà est laissé tel quel',
  'Call any method of the VoIP.ms API': 'Appeler une méthode quelconque de l’API de VoIP.ms',
  'A method that reads is called. One that changes something is shown and not sent, unless --yes is given; --dry-run shows any method and sends nothing, also beside --yes. Secrets in answers are removed. A parameter that is a secret is written name=- and asked for.':
    'Une méthode qui lit est appelée. Une méthode qui modifie est montrée sans être envoyée, sauf avec --yes ; --dry-run montre n’importe quelle méthode et n’envoie rien, même avec --yes. Les secrets sont retirés des réponses. Un paramètre secret s’écrit nom=- et il est demandé.',
  'list lists the methods; help METHOD, or METHOD help, tells about one. cdr reads single calls: all statuses, the last seven days unless a period is given, with account=, type=incoming or outgoing, billing=free or billed, status=answered,noanswer,busy,failed.':
    'list donne la liste des méthodes ; help MÉTHODE, ou MÉTHODE help, en explique une. cdr lit les appels un à un : tous les statuts, les sept derniers jours à défaut de période, avec account=, type=incoming ou outgoing, billing=free ou billed, status=answered,noanswer,busy,failed.',
  'A method, or cdr, list or help': 'Une méthode, ou cdr, list ou help',
  'name=value; for some methods a word alone, as the group of getPhonebook':
    'nom=valeur ; pour certaines méthodes un mot seul, comme le groupe de getPhonebook',
  'Show what would be sent, and send nothing': 'Montrer ce qui serait envoyé, sans rien envoyer',
  'Send also what changes something': 'Envoyer aussi ce qui modifie quelque chose',
  'How requests are sent': 'Comment les requêtes sont envoyées',
  'Say what works between this machine and an account, and what to do about what does not':
    'Dire ce qui fonctionne entre cette machine et un compte, et que faire du reste',
  'Without a vendor: of each account that has a credential. For VoIP.ms it names the IP address that VoIP.ms sees, and says whether it is allowed.':
    'Sans fournisseur : pour chaque compte dont il y a des identifiants. Pour VoIP.ms, la commande donne l’adresse IP que VoIP.ms voit, et dit si elle est autorisée.',
  'Whose account': 'Le fournisseur du compte',
  "Also compare Voxolib's replies with what this program expects, field by field":
    'Comparer aussi les réponses de Voxolib à ce que le programme attend, champ par champ',
  'Try every tool that only reads, once, against a real account, and say what fits':
    'Essayer une fois chaque outil qui ne fait que lire, sur un vrai compte, et dire ce qui convient',
  'Nothing personal is printed: the names of tools, whether each answer fits what is expected, how many rows, how long.':
    'Rien de personnel n’est affiché : le nom des outils, si chaque réponse convient, combien de lignes, en combien de temps.',
  'Make the access token of a Voxolib account from its two keys':
    'Faire le jeton d’accès d’un compte Voxolib à partir de ses deux clés',
  'The keys are read from VOXOLIB_API_PUBLIC_KEY and VOXOLIB_CLIENT_SECRET_KEY; one that is missing there is asked for, or read as a line of standard input: first the public one. The token alone is printed.':
    'Les clés sont lues dans VOXOLIB_API_PUBLIC_KEY et VOXOLIB_CLIENT_SECRET_KEY ; celle qui manque est demandée, ou lue comme une ligne de l’entrée standard : la clé publique d’abord. Seul le jeton est affiché.',
  "Keep an account's credential in the key ring of this system":
    'Garder les identifiants d’un compte dans le trousseau du système',
  'It is asked for and not shown, or read as a line of standard input. A credential is looked for in the environment (VOXOLIB_ACCESS_TOKEN, or VOXOLIB_API_PUBLIC_KEY and VOXOLIB_CLIENT_SECRET_KEY; VOIPMS_API_USERNAME and VOIPMS_API_PASSWORD; DAKTELA_URL with DAKTELA_USERNAME and DAKTELA_PASSWORD, or with DAKTELA_ACCESS_TOKEN), then in the key ring; then, at a terminal, it is asked for. It is never an argument: every user of a machine can read the arguments of its programs.':
    'Ils sont demandés sans être affichés, ou lus comme des lignes de l’entrée standard. Des identifiants sont cherchés dans l’environnement (VOXOLIB_ACCESS_TOKEN, ou VOXOLIB_API_PUBLIC_KEY et VOXOLIB_CLIENT_SECRET_KEY ; VOIPMS_API_USERNAME et VOIPMS_API_PASSWORD ; DAKTELA_URL avec DAKTELA_USERNAME et DAKTELA_PASSWORD, ou avec DAKTELA_ACCESS_TOKEN), puis dans le trousseau ; enfin, au terminal, ils sont demandés. Ils ne sont jamais des arguments : tout utilisateur d’une machine peut lire les arguments de ses programmes.',
  'Forget the credential that login has kept': 'Oublier les identifiants que login a gardés',
  'List every command': 'Donner la liste des commandes',
  'Print a completion script for a shell': 'Afficher le script de complétion d’un interpréteur de commandes',
  'bash: source <(voxolib completion bash). zsh: source <(voxolib completion zsh). fish: voxolib completion fish | source. The script has all words in it: pressing Tab starts no program.':
    'bash : source <(voxolib completion bash). zsh : source <(voxolib completion zsh). fish : voxolib completion fish | source. Le script contient tous les mots : la touche Tab ne lance aucun programme.',
  'Whose script': 'L’interpréteur',
  'done; for a dry run: the plan was shown and nothing was sent':
    'fait ; à blanc : le plan a été montré et rien n’a été envoyé',
  'doctor or live found a problem, or the program itself failed':
    'doctor ou live a trouvé un problème, ou le programme lui-même a échoué',
  'wrong use: an argument, an option or a variable': 'mauvais usage : un argument, une option ou une variable',
  'the vendor does not accept the credentials': 'le fournisseur n’accepte pas les identifiants',
  'the account may not do this': 'le compte n’en a pas le droit',
  'there is no such thing': 'cela n’existe pas',
  'something has changed, or is in the way': 'quelque chose a changé, ou fait obstacle',
  'the vendor asks to wait': 'le fournisseur demande d’attendre',
  'the vendor cannot be reached': 'le fournisseur est injoignable',
  'the vendor answered what nobody understands': 'la réponse du fournisseur est incompréhensible',
  'a change was sent and nobody knows whether it was done; check before trying again':
    'une modification a été envoyée sans qu’on sache si elle a été faite ; vérifier avant de réessayer',
  'the answer lacks days, and says which': 'il manque des jours dans la réponse, qui dit lesquels',
  'interrupted, as by Ctrl-C': 'interrompu, par exemple par Ctrl-C',
};
