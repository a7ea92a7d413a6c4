import { type ComponentType, type ReactNode, Suspense, useRef, useState } from 'react';
import classes from './top-bar.module.css';

export type PopupProps = {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** What the popup is placed by: it lies over the button and is not touched itself. */
  readonly anchor: ReactNode;
};
type LazyPopupProps = {
  readonly popup: ComponentType<PopupProps>;
  readonly button: (props: {
    open: boolean;
    handlers: { onPointerEnter: () => void; onFocus: () => void; onPointerDown: () => void; onClick: () => void };
  }) => ReactNode;
};

/** A button whose popup is loaded with the first touch. The button itself is never drawn anew, so no click is lost. */
export function LazyPopup({ popup: Popup, button }: LazyPopupProps): ReactNode {
  const [touched, setTouched] = useState(false);
  const [open, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const touch = () => setTouched(true);
  const handlers = {
    onPointerEnter: touch,
    onFocus: touch,
    // The popup closes by the press, as by any outside of it; the click that follows must not open it again.
    onPointerDown: () => {
      wasOpen.current = open;
    },
    onClick: () => {
      touch();
      setOpen(!wasOpen.current);
      wasOpen.current = false;
    },
  };
  return (
    <div className={classes.popup}>
      {button({ open, handlers })}
      <Suspense>
        {touched && <Popup open={open} onOpen={setOpen} anchor={<span className={classes.anchor} aria-hidden />} />}
      </Suspense>
    </div>
  );
}
