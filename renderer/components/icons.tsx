import type { ReactNode } from 'react';

/** The icons, on a grid of 24, in the colour of the text. Their shapes differ, so a state never depends on colour alone. */
function Icon({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.5rem"
      height="1.5rem"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Paid, or done. */
export const TickIcon = (): ReactNode => (
  <Icon>
    <path d="m4.5 12.5 5 5 10-11" strokeWidth="3" />
  </Icon>
);

/** More than before. */
export const UpIcon = (): ReactNode => (
  <Icon>
    <path d="M12 20V5m-6 6 6-6 6 6" />
  </Icon>
);

/** Less than before. */
export const DownIcon = (): ReactNode => (
  <Icon>
    <path d="M12 4v15m6-6-6 6-6-6" />
  </Icon>
);

/** Cancelled, or not done. */
export const CrossIcon = (): ReactNode => (
  <Icon>
    <path d="M6 6l12 12M18 6 6 18" strokeWidth="3" />
  </Icon>
);

/** Two bars: stop, nothing is handed over yet. */
export const HoldIcon = (): ReactNode => (
  <Icon>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M9.5 8.5v7M14.5 8.5v7" strokeWidth="2.75" />
  </Icon>
);

/** Closed for today: a sign that hangs at a door. */
export const ClosedIcon = (): ReactNode => (
  <Icon>
    <path d="M3.5 10.5h17v9h-17zM8 10.5l4-6 4 6M8 15h8" />
  </Icon>
);

/** In doubt. */
export const DoubtIcon = (): ReactNode => (
  <Icon>
    <path d="M12 2.2 21.8 12 12 21.8 2.2 12Z" />
    <path d="M9.8 9.6a2.3 2.3 0 1 1 3.2 2.2c-.7.3-1 .8-1 1.5M12 16.2v.1" />
  </Icon>
);

/** A person must act. */
export const WarningIcon = (): ReactNode => (
  <Icon>
    <path d="M12 3.2 22 20.4H2Z" />
    <path d="M12 10v4.6M12 17.4v.1" />
  </Icon>
);

/** Time is over, or a wait. */
export const ClockIcon = (): ReactNode => (
  <Icon>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 6.5V12l3.5 2.2" />
  </Icon>
);

/** No connection. */
export const OfflineIcon = (): ReactNode => (
  <Icon>
    <path d="M3 9a14 14 0 0 1 18 0M6.4 12.8a9 9 0 0 1 11.2 0M9.7 16.6a4 4 0 0 1 4.6 0M12 20v.1M4 3.5l16 17" />
  </Icon>
);

/** The customer's screen. */
export const ScreenIcon = (): ReactNode => (
  <Icon>
    <rect x="2.5" y="4" width="19" height="13" rx="2" />
    <path d="M8.5 21h7M12 17v4" />
  </Icon>
);

/** The printer. */
export const PrinterIcon = (): ReactNode => (
  <Icon>
    <path d="M7 8V3.5h10V8M7 17H4.5A1.5 1.5 0 0 1 3 15.500V10a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5.500a1.500 1.500 0 0 1-1.500 1.500H17" />
    <path d="M7 14h10v6.500H7Z" />
  </Icon>
);
