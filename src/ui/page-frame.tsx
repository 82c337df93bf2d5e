import type { ComponentChildren } from 'preact';
import type { Office } from '../contract/mypage';
import { PhoneText } from './phone-text';

interface PageFrameProps<Place extends string> {
  title: string;
  /** One quiet line above the title. */
  above?: ComponentChildren;
  /** Stands at the right of the title. */
  action?: ComponentChildren;
  /** Navigation: place and name; empty before login. */
  places?: readonly { place: Place; name: string }[];
  place?: Place;
  onGo?: (place: Place) => void;
  /** Known a moment after the first paint; the footer keeps its place meanwhile. */
  office: Office | undefined;
  children: ComponentChildren;
}

/** Header, navigation, main and a footer that says whom to ask, on every view. */
export function PageFrame<Place extends string>({
  title,
  above,
  action,
  places = [],
  place,
  onGo,
  office,
  children,
}: PageFrameProps<Place>) {
  const go = (event: Event, to: Place) => {
    event.preventDefault(); // Google's frame would open the fragment as a page
    onGo?.(to);
  };
  return (
    <div class="frame">
      <header class="header">
        {above}
        <div class="header-line">
          <span class="header-title">{title}</span>
          {action}
        </div>
        {places.length > 0 && (
          <nav class="nav" aria-label="メニュー">
            <ul>
              {places.map((each) => (
                <li key={each.place}>
                  <a
                    href={`#${each.place}`}
                    aria-current={each.place === place ? 'page' : undefined}
                    onClick={(event) => go(event, each.place)}
                  >
                    {each.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main class="main">{children}</main>
      <footer class="footer">
        <div class="footer-inner">{office && <OfficeContact office={office} />}</div>
      </footer>
    </div>
  );
}

/** Whom to ask: name, telephone with hours, mail. */
export function OfficeContact({ office }: { office: Office }) {
  return (
    <address>
      <p>
        <strong>お問い合わせ</strong>
      </p>
      <p>
        {office.name}
        {office.person && `　${office.person}`}
      </p>
      {office.phone && (
        <p>
          <PhoneText text={`電話 ${office.phone}${office.hours && `（${office.hours}）`}`} />
        </p>
      )}
      {office.mail && (
        <p>
          メール <a href={`mailto:${office.mail}`}>{office.mail}</a>
        </p>
      )}
    </address>
  );
}
