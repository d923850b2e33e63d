export interface Queue {
  name: number;
  title: string;
  type: string;
  direction: 'in' | 'out';
  deactivated: boolean;
}

const rows: readonly [name: number, title: string, type: string, direction?: 'out' | 'in', deactivated?: boolean][] = [
  [4001, 'Hotline', 'in'],
  [4002, 'Zákaznická podpora', 'in'],
  [4003, 'Service clients', 'in'],
  [4004, 'Obchod', 'in'],
  [4005, 'Zpětné volání z webu', 'ctc'],
  [4010, 'Odchozí hovory', 'out', 'out'],
  [4011, 'Obchod odchozí', 'outbounder', 'out'],
  [4012, 'Upomínky', 'progressive', 'out'],
  [4013, 'Podzimní kampaň', 'dialer', 'out'],
  [4014, 'Průzkum spokojenosti', 'interviewer', 'out'],
  [4090, 'Stará linka', 'in', 'in', true],
  [4100, 'Podpora e-mail', 'email'],
  [4101, 'Fakturace', 'email'],
  [4200, 'Web chat', 'chat'],
  [4300, 'SMS', 'sms'],
  [4310, 'Messenger', 'fbm'],
  [4320, 'Instagram', 'igdm'],
  [4330, 'WhatsApp', 'wap'],
  [4340, 'Viber', 'vbr'],
  [4350, 'Komentáře', 'socialmedia'],
  [4400, 'Reklamace – úkoly', 'custom'],
];

export const queues: readonly Queue[] = rows.map(([name, title, type, direction = 'in', deactivated = false]) => ({
  name,
  title,
  type,
  direction,
  deactivated,
}));

/** Queues in which things of a kind arrive. */
export const QUEUES_OF = {
  callIn: [4001, 4002, 4003, 4004, 4005],
  callOut: [4010, 4011, 4012, 4013, 4014],
  EMAIL: [4100, 4101],
  CHAT: [4200],
  SMS: [4300],
  FBM: [4310],
  IGDM: [4320],
  WAP: [4330],
  VBR: [4340],
  FBCOMMENT: [4350],
  IGCOMMENT: [4350],
  CUSTOM: [4400],
} as const;
