/** A question with its answers: which one is right, others to add, change and take out. */
import { useRef } from 'react'
import type { Fields } from '../api/desk'
import { useTranslate } from '../i18n'
import { listOf, textOf } from './kinds'
import { Words } from './words'

type Props = { name: string; fields: Fields; onChange: (fields: Fields) => void }

export function ChoiceFields({ name, fields, onChange }: Props) {
  const t = useTranslate()
  const list = useRef<HTMLDivElement>(null)
  const wrong = listOf(fields, 'distractors')
  const answers = [textOf(fields, 'answer'), ...wrong]
  const set = (at: number, words: string) =>
    onChange(
      at === 0
        ? { answer: words }
        : { distractors: wrong.map((one, index) => (index === at - 1 ? words : one)) },
    )
  const makeRight = (at: number) =>
    onChange({
      answer: answers[at] ?? '',
      distractors: answers.toSpliced(at, 1, answers[0] ?? '').slice(1),
    })
  const add = () => {
    onChange({ distractors: [...wrong, ''] })
    requestAnimationFrame(() => focusAnswer(list.current, answers.length))
  }
  const enter = (at: number) => () =>
    at < answers.length - 1 ? focusAnswer(list.current, at + 1) : answers[at] && add()
  return (
    <>
      <Words
        label={t('desk.field.question')}
        value={textOf(fields, 'question')}
        className="asks"
        onChange={(question) => onChange({ question })}
      />
      <div className="desk-answers" ref={list}>
        {answers.map((words, at) => (
          <div className="desk-answer" key={at}>
            <input
              type="radio"
              name={`right-${name}`}
              checked={at === 0}
              aria-label={t('desk.right.make', { number: at + 1 })}
              onChange={() => makeRight(at)}
            />
            <Words
              label={at === 0 ? t('desk.field.answer') : t('desk.field.wrong', { number: at })}
              value={words}
              onChange={(value) => set(at, value)}
              onEnter={enter(at)}
            />
            {at === 0 ? (
              <span className="small soft">{t('desk.right')}</span>
            ) : (
              <button
                type="button"
                className="desk-mini"
                aria-label={t('desk.answer.drop', { number: at + 1 })}
                onClick={() => onChange({ distractors: wrong.toSpliced(at - 1, 1) })}
              >
                ✕
              </button>
            )}
          </div>
        ))}
      </div>
      <button type="button" className="desk-link" onClick={add}>
        + {t('desk.answer.add')}
      </button>
    </>
  )
}

const focusAnswer = (list: HTMLElement | null, at: number): void =>
  list?.querySelectorAll('textarea')[at]?.focus()
