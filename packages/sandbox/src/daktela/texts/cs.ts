import type { Phrases } from './phrases.ts';

export const cs: Phrases = {
  subjects: {
    complaint: ['Konvice se sama nevypíná', 'Reklamace poškozeného zboží', 'Nespokojenost s vyřízením'],
    delivery: ['Kde je moje zásilka?', 'Zpožděné doručení objednávky', 'Změna doručovací adresy'],
    invoice: ['Chyba na faktuře', 'Žádost o splátkový kalendář', 'Dvojí platba'],
    technical: ['Nejde přihlášení do aplikace', 'Tiskárna nereaguje po aktualizaci', 'Výpadek připojení'],
    sales: ['Poptávka na 40 pracovních míst', 'Zájem o vyšší tarif', 'Nabídka pro pobočku'],
    cancellation: ['Výpověď smlouvy', 'Přecházíme ke konkurenci', 'Zrušení objednávky'],
  },
  requests: {
    complaint: [
      'konvice, kterou jsem u vás koupil, se po uvaření nevypne a voda přeteče. Je to už potřetí a začíná mi docházet trpělivost.',
      'zboží dorazilo s prasklým krytem. Přikládám fotografie a žádám o výměnu.',
      'na minulou stížnost jsem nedostal žádnou odpověď. Takové jednání považuji za nehoráznost.',
    ],
    delivery: [
      'objednávka měla dorazit v úterý, dopravce ale tvrdí, že ji ještě nepřevzal.',
      'potřebuji změnit adresu doručení, ve čtvrtek budu na pobočce v Brně.',
      'zásilka je podle sledování doručená, nikdo ji však nemá.',
    ],
    invoice: [
      'na faktuře je účtováno 12 licencí, máme jich jen deset. Prosím o opravu.',
      'platba odešla dvakrát. Kdy druhou částku vrátíte?',
      'rádi bychom fakturu rozdělili do tří splátek.',
    ],
    technical: [
      'po včerejší aktualizaci se nelze přihlásit, aplikace hlásí chybu 0x17.',
      'tiskárna ve druhém patře neodpovídá. Restart nepomohl.',
      'od rána nám nejde internet a stojí celá prodejna!',
    ],
    sales: [
      'rozšiřujeme tým a hledáme řešení pro 40 pracovních míst. Můžete poslat nabídku do pátku?',
      'zajímá nás vyšší tarif a cena za integraci s naším CRM.',
      'otevíráme pobočku v Ostravě, potřebujeme dvě linky a nahrávání hovorů.',
    ],
    cancellation: [
      'po zralé úvaze přecházíme ke konkurenci, která nabídla o třetinu nižší cenu. Prosíme o ukončení smlouvy.',
      'prosím o zrušení objednávky, zboží už nepotřebujeme.',
      'chci vypovědět smlouvu k nejbližšímu datu.',
    ],
  },
  answers: {
    complaint: [
      'moc se omlouváme. Novou konvici odešleme ještě dnes a kurýr tu vadnou vyzvedne zdarma.',
      'reklamaci jsme přijali, vyjádříme se do tří dnů.',
      'to je vaše chyba, návod říká jasně, jak se to používá.',
    ],
    delivery: [
      'zásilka je od rána v depu, doručena bude zítra mezi osmou a desátou.',
      'adresu jsem změnil. Zítra do poledne vám zavolám a potvrdím čas.',
      'dopravce pátrá, více zatím nevíme.',
    ],
    invoice: [
      'máte pravdu, opravnou fakturu posíláme v příloze.',
      'částku vrátíme na stejný účet do pěti pracovních dnů.',
      'se splátkami souhlasíme, smlouvu pošleme do konce týdne.',
    ],
    technical: [
      'chyba 0x17 je známá, pomůže vymazat mezipaměť. Technik vám zavolá do hodiny.',
      'ověřte prosím, zda svítí kontrolka u portu 3.',
      'tohle bohužel nevím, budu se muset zeptat kolegů.',
    ],
    sales: [
      'děkujeme za zájem. Nabídku na 40 míst připravíme do čtvrtka včetně slevy 15 %.',
      'v příloze najdete srovnání tarifů, integrace je v ceně.',
      'rádi bychom se spojili na krátkou ukázku, hodí se středa v deset?',
    ],
    cancellation: [
      'mrzí nás to. Rádi vám dorovnáme cenu, můžeme si zítra zavolat?',
      'objednávku jsme zrušili.',
      'výpověď evidujeme, smlouva skončí poslední den příštího měsíce.',
    ],
  },
  followUps: [
    'Děkuji, takto je to v pořádku.',
    'Pořád nic. Slíbili jste, že zavoláte, a nikdo nevolal.',
    'Dobře, počkám do zítřka.',
    'To mi nestačí, chci mluvit s vedoucím.',
    'Konkurence nám mezitím nabídla lepší cenu.',
  ],
  comments: [
    'Volal znovu, je dost naštvaný. Prosím vyřešit přednostně.',
    'Slíbil jsem zavolat zítra do poledne.',
    'Předáno technikům, čekáme na díl.',
    'Zákazník porovnává s konkurencí, rozhodne příští týden.',
  ],
  greeting: 'Dobrý den,',
  closing: 'S pozdravem',
  disclaimer: 'Tato zpráva je určena pouze adresátovi.',
  quoteHeader: (when, who) => `Dne ${when} napsal(a) ${who}:`,
  welcome: 'Dobrý den, jak vám mohu pomoci?',
  goodbye: 'Děkuji, na shledanou.',
  small: [
    'Rozumím.',
    'Chvilku strpení, prosím.',
    'Ano, přesně tak.',
    'Číslo objednávky je A-7731.',
    'Ještě něco?',
    'Ne, to je vše.',
  ],
};
