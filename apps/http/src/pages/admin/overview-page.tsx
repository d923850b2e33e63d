import type { Alerts, Tier, TierUsage } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { type AdminContext, AdminFrame } from './admin-frame.tsx';
import { AlertsSection } from './alerts-section.tsx';
import { RecordSection } from './record-section.tsx';
import type { Administrator } from './sessions.ts';
import { UsageSection } from './usage-section.tsx';
import type { VerificationState } from './verification.ts';

export interface OverviewOptions extends AdminContext {
  administrator: Administrator;
  healthy: boolean;
  verification: VerificationState;
  usage: readonly TierUsage[];
  tierOf(name: string): Tier;
  month: string;
  alerts: Pick<Alerts, 'state' | 'recent'>;
  sending: boolean;
}

/** Whether all is well: the record, the alerts, and who uses how much. */
export function renderOverviewPage(options: OverviewOptions): string {
  const { administrator, healthy, verification, usage, tierOf, month, alerts, sending, ...context } = options;
  const { texts, language } = context;
  const page = (
    <AdminFrame {...context} title={texts.overview.title} administrator={administrator} current="overview">
      <h1>{texts.overview.heading}</h1>
      <div class="overview">
        <RecordSection
          healthy={healthy}
          verification={verification}
          csrf={administrator.csrf}
          texts={texts.record}
          language={language}
        />
        <UsageSection usage={usage} tierOf={tierOf} month={month} texts={texts.usage} language={language} />
        <AlertsSection alerts={alerts} sending={sending} texts={texts.alerts} language={language} />
      </div>
    </AdminFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
