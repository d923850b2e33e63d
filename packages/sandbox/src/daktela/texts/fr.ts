import type { Phrases } from './phrases.ts';

export const fr: Phrases = {
  subjects: {
    complaint: ['La bouilloire ne s’arrête pas', 'Marchandise endommagée', 'Service insatisfaisant'],
    delivery: ['Où est mon colis ?', 'Livraison en retard', 'Changement d’adresse'],
    invoice: ['Erreur sur la facture', 'Paiement échelonné', 'Payé deux fois'],
    technical: ['Connexion impossible', 'Imprimante muette depuis la mise à jour', 'Panne de réseau'],
    sales: ['Devis pour 40 postes', 'Formule supérieure', 'Offre pour une agence'],
    cancellation: ['Résiliation du contrat', 'Passage à la concurrence', 'Annulation de commande'],
  },
  requests: {
    complaint: [
      'la bouilloire achetée chez vous ne s’arrête pas et déborde. C’est la troisième fois et je perds patience.',
      'la marchandise est arrivée avec un couvercle fêlé. Je joins des photos et demande un échange.',
      'personne n’a répondu à ma dernière réclamation. C’est inadmissible.',
    ],
    delivery: [
      'la commande devait arriver mardi, mais le transporteur dit ne l’avoir jamais reçue.',
      'merci de changer l’adresse de livraison, je serai à l’autre agence jeudi.',
      'le suivi indique « livré », or personne n’a le colis.',
    ],
    invoice: [
      'la facture compte 12 licences alors que nous en avons dix. Merci de la corriger.',
      'le paiement est parti deux fois. Quand rendrez-vous le second ?',
      'nous aimerions régler la facture en trois fois.',
    ],
    technical: [
      'depuis la mise à jour d’hier personne ne peut se connecter, erreur 0x17.',
      'l’imprimante du deuxième étage ne répond plus. Un redémarrage n’a rien changé.',
      'plus d’internet depuis ce matin, tout le magasin est à l’arrêt !',
    ],
    sales: [
      'notre équipe grandit et nous cherchons une solution pour 40 postes. Un devis d’ici vendredi ?',
      'la formule supérieure nous intéresse, et le prix du lien avec notre CRM.',
      'nous ouvrons une agence et voulons deux lignes avec enregistrement.',
    ],
    cancellation: [
      'après réflexion nous passons chez un concurrent un tiers moins cher. Merci de résilier.',
      'merci d’annuler la commande, nous n’en avons plus besoin.',
      'je veux résilier le contrat dès que possible.',
    ],
  },
  answers: {
    complaint: [
      'nous sommes désolés. Une bouilloire neuve part aujourd’hui et l’ancienne sera reprise gratuitement.',
      'votre réclamation est enregistrée, réponse sous trois jours.',
      'c’est votre faute, la notice est pourtant claire.',
    ],
    delivery: [
      'le colis est au dépôt et arrivera demain entre huit et dix heures.',
      'adresse changée. Je vous appelle demain avant midi pour confirmer.',
      'le transporteur cherche, nous n’en savons pas plus.',
    ],
    invoice: [
      'vous avez raison, la facture corrigée est jointe.',
      'le montant sera rendu sur le même compte sous cinq jours ouvrés.',
      'c’est d’accord pour trois fois, le contrat suit cette semaine.',
    ],
    technical: [
      'l’erreur 0x17 est connue, videz le cache. Un technicien vous rappelle dans l’heure.',
      'le voyant du port 3 est-il allumé ?',
      'je ne sais pas, il faut que je demande.',
    ],
    sales: [
      'merci de votre intérêt. Le devis pour 40 postes avec 15 % de remise suit jeudi.',
      'ci-joint la comparaison des formules, le lien avec le CRM est compris.',
      'une courte démonstration mercredi à dix heures vous irait-elle ?',
    ],
    cancellation: [
      'nous le regrettons. Nous pouvons nous aligner, puis-je vous appeler demain ?',
      'la commande est annulée.',
      'résiliation notée, le contrat prend fin le dernier jour du mois prochain.',
    ],
  },
  followUps: [
    'Merci, c’est réglé.',
    'Toujours rien. Vous aviez promis d’appeler.',
    'Bien, j’attends demain.',
    'Cela ne suffit pas, je veux parler à un responsable.',
    'Entre-temps un concurrent nous a fait une meilleure offre.',
  ],
  comments: [
    'A rappelé, très mécontent. À traiter en premier.',
    'J’ai promis d’appeler demain avant midi.',
    'Transmis aux techniciens, en attente d’une pièce.',
    'Compare avec un concurrent, décision la semaine prochaine.',
  ],
  greeting: 'Bonjour,',
  closing: 'Cordialement',
  disclaimer: 'Ce message est destiné à son seul destinataire.',
  quoteHeader: (when, who) => `Le ${when}, ${who} a écrit :`,
  welcome: 'Bonjour, que puis-je faire pour vous ?',
  goodbye: 'Merci, au revoir.',
  small: [
    'Je vois.',
    'Un instant, s’il vous plaît.',
    'Oui, exactement.',
    'Le numéro de commande est A-7731.',
    'Autre chose ?',
    'Non, c’est tout.',
  ],
};
