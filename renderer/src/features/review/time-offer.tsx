import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { TimeProposal } from '../../../../shared/domain/plan/propose-times';
import { periodWords } from '../../../../shared/i18n/vi';
import { date } from '../../ui/format';

interface TimeOfferProps {
  readonly proposal: TimeProposal;
  readonly onTake: () => void;
}

/** The words that stand in the place of a day, and a period and day that a person may take. */
export function TimeOffer({ proposal, onTake }: TimeOfferProps): ReactNode {
  return (
    <div className="item-offers" data-testid="time-offer">
      <span>
        Văn bản ghi “{proposal.words}”. Đề xuất: {periodWords(proposal.period)}, hạn {date(proposal.lastDay)}
      </span>
      <Button size="small" tabIndex={-1} onClick={onTake}>
        Nhận đề xuất
      </Button>
    </div>
  );
}
