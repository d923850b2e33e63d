import type { Channel, ChatChannel } from '../world/interaction.ts';

interface Place {
  endpoint: string;
  prefix: string;
}

/** Where the records of a channel are found, and what their names begin with. */
export const CHANNEL_MODELS: Partial<Record<Channel, Place>> & Record<ChatChannel | 'CALL' | 'EMAIL', Place> = {
  CALL: { endpoint: 'activitiesCall', prefix: '' },
  EMAIL: { endpoint: 'activitiesEmail', prefix: 'emails_' },
  CHAT: { endpoint: 'activitiesWeb', prefix: 'web_' },
  SMS: { endpoint: 'activitiesSms', prefix: 'sms_' },
  FBM: { endpoint: 'activitiesFbm', prefix: 'fbm_' },
  IGDM: { endpoint: 'activitiesIgdm', prefix: 'igdm_' },
  WAP: { endpoint: 'activitiesWap', prefix: 'wap_' },
  VBR: { endpoint: 'activitiesVbr', prefix: 'vbr_' },
};
