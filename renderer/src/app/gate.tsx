/** First run asks for the office; after that the shell opens. */
import { useEffect, useState, type ReactNode } from 'react';
import { followHost, useRpc } from '../api/queries';
import { FirstRun } from '../features/first-run/first-run';
import { Failure, Loading } from '../ui/states';
import { Shell } from './shell';

export function Gate(): ReactNode {
  useEffect(followHost, []);
  const office = useRpc('office.get', {});
  // The sample office has a profile long before its plans are there: stay until it is whole.
  const [settingUp, setSettingUp] = useState(false);
  if (office.data?.profile && !settingUp) return <Shell office={office.data} />;
  if (office.data) return <FirstRun onBusy={setSettingUp} />;
  return (
    <main className="gate">
      {office.error ? (
        <Failure error={office.error} onRetry={() => void office.refetch()} />
      ) : (
        <Loading what="Đang mở dữ liệu của cơ quan…" />
      )}
    </main>
  );
}
