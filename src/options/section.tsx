import type { ComponentChildren } from 'preact'

interface SectionProps {
  /** Unique in the page; also how programs that drive it find the section. */
  readonly name: string
  readonly title: string
  readonly children: ComponentChildren
}

export function Section({ name, title, children }: SectionProps) {
  return (
    <section class="options-section" aria-labelledby={`${name}-title`} data-section={name}>
      <h2 id={`${name}-title`}>{title}</h2>
      {children}
    </section>
  )
}
