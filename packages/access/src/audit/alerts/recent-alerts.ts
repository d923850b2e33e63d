/** What has become of an alert: `noted` where there is nobody to send it to. */
export type AlertOutcome = 'noted' | 'waiting' | 'sent' | 'failed';

export interface RecentAlert {
  readonly at: number;
  /** Names in it may come from strangers. */
  readonly text: string;
  readonly outcome: AlertOutcome;
}

const KEPT = 50;

/** The last alerts of this process, in its memory alone. */
export function recentAlerts(): {
  add(at: number, text: string, outcome: AlertOutcome): (outcome: AlertOutcome) => void;
  /** The newest first. */
  list(): readonly RecentAlert[];
} {
  const alerts: { at: number; text: string; outcome: AlertOutcome }[] = [];
  return {
    add(at, text, outcome) {
      const alert = { at, text, outcome };
      alerts.unshift(alert);
      if (alerts.length > KEPT) alerts.pop();
      return (ended) => {
        alert.outcome = ended;
      };
    },
    list: () => alerts.map((alert) => ({ ...alert })),
  };
}
