import { useTexts } from "../texts";

/** The mark on everything that a simulated voice says. */
export function Simulated() {
  const { phrase } = useTexts();
  return (
    <span class="simulated" title={phrase("simulatedWhy")}>
      {phrase("simulated")}
    </span>
  );
}
