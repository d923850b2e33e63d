import type { Texts } from '../texts.ts';

export function About({ texts }: { texts: Texts['about'] }) {
  return (
    <section id="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{texts.heading}</h2>
      <div class="points">
        {texts.points.map(({ heading, text }) => (
          <div>
            <h3>{heading}</h3>
            <p>{text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
