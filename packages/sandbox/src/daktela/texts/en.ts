import type { Phrases } from './phrases.ts';

export const en: Phrases = {
  subjects: {
    complaint: ['Kettle does not switch off', 'Damaged goods', 'Unhappy with your service'],
    delivery: ['Where is my parcel?', 'Order is late', 'Change of delivery address'],
    invoice: ['Wrong amount on invoice', 'Payment in instalments', 'Paid twice'],
    technical: ['Cannot sign in to the app', 'Printer is silent after the update', 'Connection is down'],
    sales: ['Quote for 40 seats', 'Interested in a larger plan', 'Offer for a new branch'],
    cancellation: ['Cancelling our contract', 'Moving to another supplier', 'Order no longer needed'],
  },
  requests: {
    complaint: [
      'the kettle I bought from you does not switch off and boils over. This is the third time and I am losing my patience.',
      'the goods arrived with a cracked lid. Photographs are attached, please replace them.',
      'nobody answered my last complaint. I find that outrageous.',
    ],
    delivery: [
      'the order was due on Tuesday, but the carrier says that it never picked it up.',
      'please change the delivery address, I will be at the other branch on Thursday.',
      'tracking says delivered, yet nobody here has the parcel.',
    ],
    invoice: [
      'the invoice lists 12 licences and we only have ten. Please correct it.',
      'the payment went out twice. When will you return the second one?',
      'we would like to pay the invoice in three instalments.',
    ],
    technical: [
      'since the update yesterday nobody can sign in, the app shows error 0x17.',
      'the printer on the second floor does not answer. A restart did not help.',
      'the internet has been down since this morning and the whole shop stands still!',
    ],
    sales: [
      'our team grows and we look for a solution for 40 seats. Can you send a quote by Friday?',
      'we are interested in the larger plan and what connecting our CRM would cost.',
      'we open a new branch and need two lines with call recording.',
    ],
    cancellation: [
      'after careful thought we move to a competitor who is a third cheaper. Please end our contract.',
      'please cancel the order, we do not need the goods any more.',
      'I want to end the contract at the next possible date.',
    ],
  },
  answers: {
    complaint: [
      'we are very sorry. A new kettle leaves today and the courier collects the old one free of charge.',
      'we have taken your complaint and will reply within three days.',
      'that is your own fault, the manual is perfectly clear.',
    ],
    delivery: [
      'the parcel is at the depot and will reach you tomorrow between eight and ten.',
      'I changed the address. I will call you before noon tomorrow to confirm the time.',
      'the carrier is looking into it, we know nothing more.',
    ],
    invoice: [
      'you are right, a corrected invoice is attached.',
      'we will return the amount to the same account within five working days.',
      'instalments are fine, the agreement follows by the end of the week.',
    ],
    technical: [
      'error 0x17 is known, clearing the cache helps. A technician will call you within the hour.',
      'please check whether the light at port 3 is on.',
      'I am afraid I do not know, I will have to ask somebody.',
    ],
    sales: [
      'thank you for your interest. The quote for 40 seats with a 15% discount follows by Thursday.',
      'a comparison of the plans is attached, connecting the CRM is included.',
      'shall we meet for a short demonstration, would Wednesday at ten suit you?',
    ],
    cancellation: [
      'we are sorry to hear that. We would gladly match the price, may I call you tomorrow?',
      'the order is cancelled.',
      'we noted the end of the contract, it ends on the last day of next month.',
    ],
  },
  followUps: [
    'Thank you, that settles it.',
    'Still nothing. You promised to call and nobody did.',
    'All right, I will wait until tomorrow.',
    'That is not enough, I want to speak to your manager.',
    'Meanwhile a competitor has made us a better offer.',
  ],
  comments: [
    'Called again and is quite angry. Please treat first.',
    'I promised to call before noon tomorrow.',
    'Handed to the technicians, waiting for a part.',
    'Compares us with a competitor, decides next week.',
  ],
  greeting: 'Hello,',
  closing: 'Kind regards',
  disclaimer: 'This message is intended for its addressee only.',
  quoteHeader: (when, who) => `On ${when}, ${who} wrote:`,
  welcome: 'Good morning, how can I help?',
  goodbye: 'Thank you, goodbye.',
  small: [
    'I see.',
    'One moment, please.',
    'Yes, exactly.',
    'The order number is A-7731.',
    'Anything else?',
    'No, that is all.',
  ],
};
