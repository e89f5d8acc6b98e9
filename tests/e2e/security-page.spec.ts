import { openDesk } from '../support/journey/open-desk.ts';
import { startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

test('a page is shut in: nowhere to go, nothing to ask for, no Node', async ({ launchApp }) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  const windows = () => till.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const before = await windows();

  for (const name of ['cashier', 'customer'] as const) {
    const page = desk[name];
    const address = page.url();

    await test.step(`${name}: navigation and new windows are refused`, async () => {
      const refused = await page.evaluate(async () => {
        location.href = 'https://example.com/';
        location.assign('file:///etc/passwd');
        location.replace('app://balcao/customer/index.html?other');
        const link = document.createElement('a');
        link.href = 'https://example.com/';
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
        return (
          window.open('https://example.com/') === null &&
          window.open('app://balcao/cashier/index.html') === null
        );
      });
      expect(refused).toBe(true);
      // Whatever had been begun would have replaced the document by the time the next frames are drawn.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(page.url()).toBe(address);
      expect(await windows()).toBe(before);
    });

    await test.step(`${name}: permissions are refused`, async () => {
      const states = await page.evaluate(async () => {
        const query = async (permission: string) =>
          (await navigator.permissions.query({ name: permission as PermissionName })).state;
        const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
          () => 'granted',
          () => 'denied',
        );
        const place = await new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done('granted'),
            () => done('denied'),
          ),
        );
        const note = await Notification.requestPermission();
        const clipboard = await navigator.clipboard.readText().then(
          () => 'granted',
          () => 'denied',
        );
        return [
          media,
          place,
          note,
          clipboard,
          await query('geolocation'),
          await query('notifications'),
          await query('camera'),
        ];
      });
      expect(states).toEqual(Array.from({ length: 7 }, () => 'denied'));
    });

    await test.step(`${name}: no Node, no Electron`, async () => {
      const found = await page.evaluate(() => {
        const names = [
          'require',
          'process',
          'module',
          'exports',
          'global',
          'Buffer',
          'ipcRenderer',
          'electron',
          '__dirname',
        ];
        return names.filter((each) => each in globalThis);
      });
      expect(found).toEqual([]);
    });
  }
});
