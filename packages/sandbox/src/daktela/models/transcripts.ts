import { bareRef, choice, defineModel, number, numberOrText, text, type View } from '../model/model.ts';
import { type Segment, transcriptOf } from '../texts/transcript.ts';
import { byId, interactionsOf } from './interactions.ts';
import { activityName } from './names.ts';

const NAME = /^tr_([0-9a-f]{13})_(\d+)$/;

export const transcripts = defineModel<Segment>({
  endpoint: 'activitiesCallTranscripts',
  key: 'name',
  search: ['text'],
  *rows(view, span) {
    for (const one of interactionsOf(view, span)) yield* transcriptOf(one, view.world);
  },
  find(view, name) {
    const [, id = '', place = ''] = NAME.exec(name) ?? [];
    return ofActivity(view, `activities_${id}`)[Number(place)];
  },
  near: { activity: ofActivity },
  fields: {
    name: text(({ name }) => name),
    activity: bareRef('activities', ({ call }) => activityName(call)),
    start: numberOrText(({ start }) => start, isText),
    end: numberOrText(({ end }) => end, isText),
    text: text((segment) => segment.text),
    type: choice(({ type }) => type),
    confidence: number(({ place }) => 0.9 - (place % 5) / 50),
  },
});

function ofActivity(view: View, value: string): readonly Segment[] {
  const call = byId(view, 'activities_', value);
  return call === undefined ? [] : transcriptOf(call, view.world);
}

/** Text in some calls. */
function isText({ call }: Segment): boolean {
  return call.salt % 2 === 0;
}
