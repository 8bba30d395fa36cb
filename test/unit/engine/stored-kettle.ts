/** The sample kettle as it is stored once it was read and understood; personas are each test's own. */
import type { EarshotDatabase } from "../../../lib/store/db";
import { kettle } from "../ask/kettle";

export async function storeKettle(db: EarshotDatabase): Promise<void> {
  const subject = { id: "kettle", name: "Sample kettle", url: "https://shop.example/kettle", site: "shop.example" };
  await db.subjects.put({ ...subject, settled: 1 });
  await db.reviews.bulkPut(kettle.reviews.map((one) => ({ ...one, understood: 1 })));
  await db.sentences.bulkPut([...kettle.sentences]);
  await db.themes.bulkPut([...kettle.themes]);
}
