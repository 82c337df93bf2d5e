import { Button } from '../../../ui/button';
import { googleScript } from '../../../ui/google-script';

/** 「閉じる」 where Google lets the page close its own dialog. */
export function CloseButton() {
  const { host } = googleScript();
  return host ? <Button onClick={() => host.close()}>閉じる</Button> : null;
}
