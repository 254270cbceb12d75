/** From one part of a long story to the next. */
import { ToolButton } from './tool-button';
import tools from './tools.module.css';

export function StoryParts({
  part,
  first,
  last,
  all,
  onTurn,
}: {
  readonly part: number;
  readonly first: number;
  readonly last: number;
  readonly all: number;
  readonly onTurn: (part: number) => void;
}) {
  const number = (count: number) => count.toLocaleString('en');
  return (
    <div className={tools.parts}>
      <ToolButton disabled={first === 0} onPress={() => onTurn(part - 1)}>
        Earlier
      </ToolButton>
      <span className={tools.count}>
        {number(first + 1)} to {number(last)} of {number(all)}
      </span>
      <ToolButton disabled={last >= all} onPress={() => onTurn(part + 1)}>
        Later
      </ToolButton>
    </div>
  );
}
