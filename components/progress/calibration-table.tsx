import { CourseLink } from '@/components/ui/course-link';
import { placeOf, unitAddress } from '@/lib/course/map';
import type { Calibration } from '@/lib/review/standing';

/** How confidence and first answers went together; what was sure and wrong is worth another look. */
export function CalibrationTable({ calibration }: { readonly calibration: Calibration }) {
  const { sure, unsure, sureAndWrong } = calibration;
  const given = sure.right + sure.wrong + unsure.right + unsure.wrong;
  return (
    <section aria-labelledby="calibration" className="max-w-(--measure)">
      <h2 id="calibration" className="text-2xl font-[650] tracking-tight">
        Sure, and right?
      </h2>
      {given === 0 ? (
        <p className="mt-3 text-ink-soft">
          Each question asks how sure you are. Here you will see how often you were right when you were.
        </p>
      ) : (
        <>
          <table className="mt-4 border-collapse text-left">
            <caption className="sr-only">First answers, by confidence</caption>
            <thead>
              <tr className="border-b border-line-strong text-sm text-ink-soft">
                <td className="py-2 pr-8" />
                <th scope="col" className="py-2 pr-8 font-medium">
                  Right
                </th>
                <th scope="col" className="py-2 font-medium">
                  Wrong
                </th>
              </tr>
            </thead>
            <tbody>
              {[
                { name: 'Sure', ...sure },
                { name: 'Not sure', ...unsure },
              ].map(({ name, right, wrong }) => (
                <tr key={name} className="border-b border-line">
                  <th scope="row" className="py-2 pr-8 font-medium">
                    {name}
                  </th>
                  <td className="tabular py-2 pr-8">{right}</td>
                  <td className="tabular py-2">{wrong}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {sureAndWrong.length > 0 && (
            <>
              <p className="mt-5">Sure and wrong, which makes these worth another look:</p>
              <ul className="mt-1">
                {sureAndWrong.map(({ unit, count }) => (
                  <li key={unit.id}>
                    <CourseLink
                      href={`${unitAddress(unit.id)}?way=predict`}
                      className="inline-block py-1 text-accent underline underline-offset-4"
                    >
                      {unit.title}
                    </CourseLink>{' '}
                    <span className="text-sm text-ink-soft">
                      {placeOf(unit)}, {count} {count === 1 ? 'question' : 'questions'}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
