import { useState } from 'preact/hooks';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { TextField } from '../../../ui/text-field';

/** 決裁日 (`YYYY-MM-DD`) and 決裁番号. */
export interface Resolution {
  resolvedOn: string;
  resolution: string;
}

interface ResolutionFieldsProps {
  id: string;
  value: Resolution;
  onChange: (value: Resolution) => void;
  /** 特例 is never without its 決裁番号. */
  needsNumber?: boolean;
  /** Codes by field. */
  wrong?: Readonly<Record<string, string>>;
}

/** 決裁日 in any writing, and 決裁番号; kept for the next one. */
export function ResolutionFields(props: ResolutionFieldsProps) {
  const { id, value, onChange, needsNumber = false, wrong = {} } = props;
  const [day, setDay] = useState(value.resolvedOn);
  const read = parseDay(day);
  return (
    <>
      <TextField
        id={`resolved-${id}`}
        label="決裁日"
        support={read === undefined ? '例：2027/3/20' : writeDay(read)}
        value={day}
        onInput={(text) => {
          setDay(text);
          const next = parseDay(text);
          if (next !== undefined) onChange({ ...value, resolvedOn: next });
        }}
        {...(wrong.resolvedOn !== undefined && { error: '「決裁日」をお確かめください。' })}
      />
      <TextField
        id={`resolution-${id}`}
        label="決裁番号"
        optional={!needsNumber}
        value={value.resolution}
        maxLength={50}
        onInput={(resolution) => onChange({ ...value, resolution })}
      />
    </>
  );
}
