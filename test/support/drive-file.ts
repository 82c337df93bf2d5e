/** A file of Drive as the control API tells it. */
export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  owner: string;
  parent: string | null;
  trashed: boolean;
  permissions: { type: string; role: string; emailAddress: string }[];
  appProperties: Record<string, string>;
  link: string;
}
