import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup, type Choice } from '../../../../components/choice-group.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import type { FoundPrinter } from './setup-draft.ts';

/** The choice of a person. `way` is the token of a printer, `BY_ADDRESS` or `BY_PORT`; `port` is the token of a serial port. */
export interface Chosen {
  readonly way: string | null;
  readonly address: string;
  readonly port: string | null;
}

/** The values of the last two choices. */
export const BY_ADDRESS = 'address';
export const BY_PORT = 'port';

/**
 * Draws the printers that were found, then an address, then the serial ports. Every machine has serial ports, also without a
 * printer, so none of them is chosen until a person chooses it.
 */
export function PrinterChoices({
  printers,
  chosen,
  onChange,
}: {
  readonly printers: readonly FoundPrinter[];
  readonly chosen: Chosen;
  readonly onChange: (patch: Partial<Chosen>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const ports = printers.filter(({ isBarePort }) => isBarePort);
  /** Returns the problem of a printer, else its place, else its kind if the label has the place. Null for a bare port. */
  const detailOf = ({ kind, label, place, problem, isBarePort }: FoundPrinter): string | null => {
    if (problem !== null) return t(`printReason.${problem}`, { printer: label });
    if (!label.includes(place)) return place;
    return isBarePort ? null : t(`printerKind.${kind}`);
  };
  const choiceOf = (found: FoundPrinter): Choice<string> => {
    const detail = detailOf(found);
    return { value: found.printer, label: found.label, ...(detail === null ? {} : { detail }) };
  };
  return (
    <>
      <ChoiceGroup
        label={t('term.printer')}
        layout="list"
        home
        value={chosen.way}
        onChange={(way) => onChange({ way })}
        choices={[
          ...printers.filter(({ isBarePort }) => !isBarePort).map(choiceOf),
          { value: BY_ADDRESS, label: t('printerSetup.inNetwork') },
          ...(ports.length === 0 ? [] : [{ value: BY_PORT, label: t('printerSetup.serialPort') }]),
        ]}
      />
      {chosen.way === BY_ADDRESS ? (
        <TextField
          label={t('printerSetup.address')}
          hint={t('printerSetup.addressHint')}
          maxLength={80}
          value={chosen.address}
          onChange={(address) => onChange({ address })}
        />
      ) : null}
      {chosen.way === BY_PORT ? (
        <ChoiceGroup
          label={t('printerSetup.port')}
          layout="list"
          value={chosen.port}
          onChange={(port) => onChange({ port })}
          choices={ports.map(choiceOf)}
        />
      ) : null}
    </>
  );
}
